namespace LicensingPipeline.Normalise;

/// <summary>One person of a name, in parts.</summary>
/// <param name="Title">Mr, Dr …, or empty.</param>
/// <param name="Given">Given names or initials, or empty.</param>
/// <param name="Family">The family's name.</param>
/// <param name="Suffix">Esq, PhD …, or empty.</param>
public sealed record NamePerson(string Title, string Given, string Family, string Suffix)
{
    /// <summary>The parts that are there, the family's name last.</summary>
    public override string ToString() => string.Join(' ', new[] { Title, Given, Family, Suffix }.Where(p => p.Length > 0));
}
