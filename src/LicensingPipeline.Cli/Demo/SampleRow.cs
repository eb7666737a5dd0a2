namespace LicensingPipeline.Cli.Demo;

/// <summary>What a row of a sample is, which its maker knows and the pipeline has to find out.</summary>
internal enum RowKind
{
    /// <summary>An entry that is a licence of its own.</summary>
    Entry,
    /// <summary>A row that repeats an entry to the letter.</summary>
    Repeat,
    /// <summary>A further manager of the entry before it.</summary>
    FurtherManager,
    /// <summary>An entry without a place or without anything to tell it by.</summary>
    SetAside,
    /// <summary>A note, a total, a heading, a blank row.</summary>
    NoRecord,
}

/// <summary>A cell of a note whose text is only known when the file is written.</summary>
internal enum Stated
{
    /// <summary>How many entries the file holds.</summary>
    Total,
}

/// <summary>A row of an invented register and all that was planted in it.</summary>
internal sealed class SampleRow(RowKind kind)
{
    public RowKind Kind { get; } = kind;

    /// <summary>What the row is about; null where it is no entry.</summary>
    public SampleLicence? Licence { get; set; }

    /// <summary>The cells of a row that is no entry.</summary>
    public IReadOnlyList<object> Text { get; init; } = [];

    /// <summary>Whether another entry has the same reference and says something else.</summary>
    public bool SharesReference { get; set; }

    /// <summary>Cells that are written otherwise than the licence says, with the issues this must raise.</summary>
    public Dictionary<int, (object Text, IReadOnlyList<string> Issues)> Spoiled { get; } = [];

    public IEnumerable<string> Issues => Spoiled.OrderBy(s => s.Key).SelectMany(s => s.Value.Issues);
}
