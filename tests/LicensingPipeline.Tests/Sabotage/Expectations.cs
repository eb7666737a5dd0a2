namespace LicensingPipeline.Tests.Sabotage;

/// <summary>What must become of a spoiled copy.</summary>
/// <param name="Mutation">What was done to it (<see cref="Mutations"/>).</param>
/// <param name="State">The state its stream must end in; null where the sample has nothing to spoil in that way.</param>
/// <param name="Heard">Where it is published: an issue code that must be counted more often, <see cref="Expectations.Same"/>, or words of a warning.</param>
/// <param name="Sample">The sample in which it is otherwise than in the rest; null for the rest.</param>
/// <param name="Why">Why it is otherwise there, or why there is nothing to spoil.</param>
internal sealed record Expectation(string Mutation, StreamState? State, string? Heard = null, string? Sample = null, string? Why = null);

/// <summary>The one table of what must become of each mutation, and of the samples in which it is otherwise.</summary>
internal static class Expectations
{
    /// <summary>The registers must say what they said before, and nothing may have happened.</summary>
    public const string Same = "the same registers";

    private const StreamState Drift = StreamState.HeldDrift, Shrunk = StreamState.HeldShrunk, Degraded = StreamState.HeldDegraded;
    private const string Adderquay = "X99000001/register", BrindlemarshHmo = "X99000002/hmo", BrindlemarshSelective = "X99000002/selective";
    private const string Cobbleford = "X99000003/register", Dunnockhythe = "X99000004/hmo", Eldercombe = "X99000005/hmo", Fennimere = "X99000006/register";
    private const string Gullymoor = "X99000007/selective", Hobblewick = "X99000008/hmo", Inkwellby = "X99000009/hmo";
    private const string Socrata = "X99000011/socrata", ArcGis = "X99000011/arcgis", Details = "X99000011/details", Pdf = "X99000011/pdf";
    private const string NoKey = "a key that no record has is a heading that is gone";
    private const string Workbook = "a workbook has one encoding, and so have a zip and a PDF";
    private const string Identity = "an entry is told by its home and its start as published, so that another way to write them is another entry";
    private const string NoPage = "a page without a reference under its address is no page of a licence, and says so";
    private const string NoManager = "it names no managers, or not their addresses";
    private const string NoHolderAddress = "it does not say where the holder lives";

    /// <summary>The table. Rows for one sample stand below the row for the rest.</summary>
    public static IReadOnlyList<Expectation> Table { get; } =
    [
        .. Columns(), .. Cells(), .. Files(), .. Encodings(), .. Exchanges(), .. Rows(),
    ];

    /// <summary>What must become of a mutation of one sample.</summary>
    public static Expectation Find(string sample, string mutation) =>
        Table.SingleOrDefault(t => t.Mutation == mutation && t.Sample == sample) ?? Table.Single(t => t.Mutation == mutation && t.Sample is null);

    private static IEnumerable<Expectation> Columns() =>
    [
        new("a mapped column renamed", Drift),
        new("a mapped column dropped", Drift),
        new("a column added", StreamState.Ok, IssueCodes.ColumnUnmapped),
        new("columns in another order", StreamState.Ok, Same),
        new("columns in another order", Shrunk, null, Dunnockhythe, "the headings of its parts stand in the first column, which is not that of the reference any more, and are counted against the stated total"),
    ];

    private static IEnumerable<Expectation> Cells() =>
    [
        new("the reference emptied", Degraded),
        .. Of("the reference emptied", Drift, null, NoKey, Fennimere, Gullymoor, Socrata),
        new("the reference emptied", Drift, null, Details, NoPage),
        new("the address emptied", Degraded),
        .. Of("the address emptied", Drift, null, NoKey, Fennimere, Gullymoor, Socrata),
        new("the end date emptied", Degraded),
        .. Of("the end date emptied", Drift, null, NoKey, Fennimere, Gullymoor, Socrata),
        new("days as serial numbers", StreamState.Ok, Same),
        new("days as serial numbers", Shrunk, null, Eldercombe, Identity),
        new("days as serial numbers", null, null, Gullymoor, "its days are serial numbers already"),
    ];

    private static IEnumerable<Expectation> Files() =>
    [
        new("cut off half-way", Drift),
        .. Of("cut off half-way", Shrunk, null, "every row before the cut reads well; that most are missing is all there is to see", BrindlemarshHmo, BrindlemarshSelective, Hobblewick, Inkwellby),
        new("headings only", Shrunk),
        .. Of("headings only", Drift, null, "JSON without a record has no headings either", Fennimere, Gullymoor, Socrata),
        new("headings only", Drift, null, Details, "without a page there is no heading"),
        new("an HTML page instead", Drift),
        new("a block page instead", StreamState.Blocked),
    ];

    private static IEnumerable<Expectation> Encodings() =>
    [
        new("UTF-16", StreamState.Ok, Same),
        new("UTF-16", null, null, BrindlemarshSelective, "it is UTF-16 already"),
        .. Of("UTF-16", null, null, Workbook, Dunnockhythe, Eldercombe, Details, Pdf),
        new("UTF-8 with its mark", StreamState.Ok, Same),
        new("UTF-8 with its mark", null, null, Adderquay, "it has the mark already"),
        .. Of("UTF-8 with its mark", null, null, Workbook, Dunnockhythe, Eldercombe, Details, Pdf),
        new("Windows-1252", null, null, null, "it is so already, or the same bytes, or has a letter that the encoding lacks"),
        new("Windows-1252", StreamState.Ok, Same, BrindlemarshSelective, "the one that is written in two bytes a letter"),
    ];

    private static IEnumerable<Expectation> Exchanges() =>
    [
        new("address and holder exchanged", Degraded),
        new("address and holder exchanged", Shrunk, null, Eldercombe, Identity),
        new("address and holder's address exchanged", Degraded),
        .. Of("address and holder's address exchanged", null, null, NoHolderAddress, BrindlemarshSelective, Cobbleford, Eldercombe, Gullymoor, Hobblewick, Inkwellby, ArcGis),
        new("holder's and manager's address exchanged", null, null, null, NoManager),
        .. Of("holder's and manager's address exchanged", Degraded, null, "every fourth licence has no manager, so that every fourth holder is missing", Adderquay, Socrata, Pdf),
        new("holder and manager exchanged", null, null, null, NoManager),
        .. Of("holder and manager exchanged", Degraded, null, "every fourth licence has no manager, so that every fourth holder is missing", Adderquay, Socrata, Pdf),
        .. Of("holder and manager exchanged", StreamState.Ok, "changed places", "any name may be a holder's; only that all changed in one night is odd", Fennimere, Hobblewick),
        new("start and end exchanged", Degraded),
        new("start and end exchanged", null, null, Cobbleford, "it states a term instead of an end"),
    ];

    private static IEnumerable<Expectation> Rows() =>
    [
        new("5% of the rows twice", StreamState.Ok, IssueCodes.RowDuplicate),
        new("5% of the rows twice", Shrunk, null, Dunnockhythe, "the file states how many entries it holds"),
        new("5% of the rows twice", StreamState.Ok, Same, Hobblewick, "rows that differ at most in managers are one licence there"),
        new("headings again half-way", StreamState.Ok, Same),
        .. Of("headings again half-way", StreamState.Ok, IssueCodes.DateUnreadable, "an interface numbers or marks every record, so that one of headings is an entry like any other, whose dates are none", Socrata, ArcGis),
        new("headings again half-way", Drift, null, Details, NoPage),
        new("every row a cell to the right", Degraded),
        .. Of("every row a cell to the right", Drift, null, NoKey, Fennimere, Gullymoor, Socrata),
        new("every row a cell to the right", Drift, null, Details, NoPage),
        new("half of the rows a cell to the right", Degraded),
        new("half of the rows a cell to the right", Drift, null, Details, NoPage),
        new("every tenth row a cell to the right", Degraded),
        new("every tenth row a cell to the right", Drift, null, Details, NoPage),
        new("every tenth row a cell to the right", Shrunk, null, Eldercombe, "what is left of the address stands in for a reference, so that the entries are others"),
        new("every row a cell to the left", Degraded),
        .. Of("every row a cell to the left", Drift, null, NoKey, Gullymoor, Socrata),
        new("every row a cell to the left", Drift, null, Details, NoPage),
    ];

    private static IEnumerable<Expectation> Of(string mutation, StreamState? state, string? heard, string why, params IEnumerable<string> samples) =>
        samples.Select(s => new Expectation(mutation, state, heard, s, why));
}
