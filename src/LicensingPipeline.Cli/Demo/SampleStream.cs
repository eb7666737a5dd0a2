namespace LicensingPipeline.Cli.Demo;

/// <summary>A stream of the demonstration: its file on each night, and what must come out of it.</summary>
/// <param name="ShortName">The invented authority's short name, under which its source file stands.</param>
/// <param name="File">Path of the file on the council's website.</param>
/// <param name="Nights">The nights, in order.</param>
internal sealed record SampleStream(string ShortName, string File, IReadOnlyList<SampleNight> Nights);

/// <summary>One night of a stream.</summary>
/// <param name="Bytes">What the council's website serves; null where it serves no register.</param>
/// <param name="Expected">What the pipeline must make of it.</param>
internal sealed record SampleNight(byte[]? Bytes, ExpectedStream Expected);
