namespace LicensingPipeline.Summarise;

/// <summary>Who in or around a council can do a mend.</summary>
public enum Doer
{
    /// <summary>Those who keep the entries.</summary>
    LicensingTeam,
    /// <summary>Those who publish the page and the file.</summary>
    WebTeam,
    /// <summary>Whoever made the system that the register is exported from.</summary>
    Supplier,
}

/// <summary>Something a council could mend at source.</summary>
/// <param name="What">The code of an issue, the key of a particular, or the rung of the ladder that comes next.</param>
/// <param name="Sentence">What to do.</param>
/// <param name="Who">Who could do it.</param>
public sealed record Mend(string What, string Sentence, Doer Who)
{
    /// <summary>What is odd; null where something is only not there.</summary>
    public string? Found { get; init; }

    /// <summary>How many rows it concerns; 0 where it concerns the register as a whole.</summary>
    public long Rows { get; init; }

    /// <summary>A few of the rows. For the council only: with its own file they show whose entry it is.</summary>
    public IReadOnlyList<MendPlace> Places { get; init; } = [];
}

/// <summary>A row that shows what to mend, by what names nobody.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Row">Its place, numbers only, such as <c>row 84</c>.</param>
/// <param name="Reference">The council's own reference, or null where it has none that is surely one.</param>
public sealed record MendPlace(string Stream, string Row, string? Reference)
{
    /// <inheritdoc/>
    public override string ToString() => Reference is null ? Row : $"{Reference} ({Row})";
}
