namespace LicensingPipeline.Cli.Demo;

/// <summary>A stream of the demonstration: its file on each night, and what must come out of it.</summary>
/// <param name="ShortName">The invented authority's short name, under which its source file stands.</param>
/// <param name="File">Path of the file on the council's website.</param>
/// <param name="Nights">The nights, in order.</param>
internal sealed record SampleStream(string ShortName, string File, IReadOnlyList<SampleNight> Nights)
{
    /// <summary>Writes a copy in the form of this register; null where it serves none.</summary>
    public Func<SampleCopy, byte[]>? Write { get; init; }

    /// <summary>A stream whose copies are written in one form.</summary>
    public static SampleStream Of(string shortName, string file, Func<SampleCopy, byte[]> write, params IEnumerable<SampleCopy> copies) =>
        new(shortName, file, [.. copies.Select(c => new SampleNight(write(c), c.Expected) { Copy = c })]) { Write = write };
}

/// <summary>One night of a stream.</summary>
/// <param name="Bytes">What the council's website serves; null where it serves no register.</param>
/// <param name="Expected">What the pipeline must make of it.</param>
internal sealed record SampleNight(byte[]? Bytes, ExpectedStream Expected)
{
    /// <summary>The rows of which the bytes were written; null where it serves no register.</summary>
    public SampleCopy? Copy { get; init; }
}
