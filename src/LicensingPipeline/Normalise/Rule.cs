namespace LicensingPipeline.Normalise;

/// <summary>A rule that may change a value, for people: docs/normalisation-rules.md is made from these.</summary>
/// <param name="Id">One of <see cref="Rules"/>, or of the rules of addresses, names and postcodes.</param>
/// <param name="What">What it does, in a sentence.</param>
/// <param name="Before">An invented text it changes.</param>
/// <param name="After">What it makes of it.</param>
/// <param name="Taught">The kind of register, or the standard, that made it necessary.</param>
public sealed record Rule(string Id, string What, string Before, string After, string Taught);
