using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Summarise;

/// <summary>Something that would make a register more useful.</summary>
/// <param name="Sentence">What could be done.</param>
/// <param name="Rows">How many rows it would mend; null where it is about the whole.</param>
/// <param name="OfRows">Of how many.</param>
/// <param name="Who">Who could do it.</param>
public sealed record Mend(string Sentence, long? Rows, long? OfRows, string Who)
{
    /// <summary>The kind of issue that it would mend; null where something is only not there.</summary>
    public IssueCode? Issue { get; init; }
}

/// <summary>
/// What could be mended, the most useful first. Only what is so in the publication itself is named, and nothing on the strength of a
/// copy that was supplied to us; a private person's name or
/// address is never asked for, and what the council withholds is left alone.
/// </summary>
public static class Mends
{
    private const string Council = "licensing team";
    private const string WebTeam = "web team";
    private const string Supplier = "supplier of the licensing system";

    /// <summary>Most that are shown: three are read, ten are not.</summary>
    public const int Most = 3;

    private static readonly string[] Vital = ["property_address", "start_date", "duration"];
    private static readonly string[] Useful = ["description", "conditions", "storeys", "sleeping_rooms", "living_rooms", "max_persons"];

    /// <summary>The three most useful.</summary>
    public static IReadOnlyList<Mend> Of(BoroughFacts borough)
    {
        if (borough.Rung is not { } rung)
        {
            return [];
        }

        var mends = new List<Mend>();
        if (rung < 3)
        {
            mends.Add(new Mend("Put the whole register online as a table. The law asks for a register that can be inspected, and leaves the form to the council.", null, null, WebTeam));
        }

        mends.AddRange(Missing(borough, Vital));
        mends.AddRange(borough.Standing.Where(r => r.IsOnline).SelectMany(r => r.Issues.Select(i => (Register: r, Issue: i)))
            .Where(x => x.Issue.Kind is { Cause: Cause.Published, Severity: > Severity.Info })
            .OrderByDescending(x => x.Issue.Rows).ThenBy(x => x.Issue.Kind.Code, StringComparer.Ordinal)
            .Select(x => new Mend(x.Issue.Kind.Mend!, x.Issue.Rows, x.Register.Rows + x.Register.SetAside, Who(x.Issue.Kind)) { Issue = x.Issue.Kind }));
        if (rung == 3)
        {
            mends.Add(new Mend("Put a table (CSV or a spreadsheet) beside the document, so that a program can read it too.", null, null, Supplier));
        }

        if (rung >= 3 && borough.Source!.Streams.Where(s => s.Manual is null && s.Retired is null).ToList() is { Count: > 0 } live && live.TrueForAll(s => s.Terms.Reuse == "none-stated"))
        {
            mends.Add(new Mend("Say beside the file on which terms it may be used again.", null, null, WebTeam));
        }

        mends.AddRange(Missing(borough, Useful));
        return [.. mends.Take(Most)];
    }

    private static IEnumerable<Mend> Missing(BoroughFacts borough, string[] keys)
    {
        var missing = keys.Where(k => borough.Inventory?.Findings[k].Is == Showing.NotShown).Select(PlainWords.Of).ToList();
        if (missing.Count > 0)
        {
            var online = borough.Standing.Where(r => r.IsOnline && r.Spec.Register == "licences").Sum(r => r.Rows);
            long? rows = online > 0 ? online : null;
            yield return new Mend($"Show for each licence: {PlainWords.List(missing)}. The law lists {(missing.Count == 1 ? "it" : "them")} for the register itself.", rows, rows, Council);
        }
    }

    /// <summary>What comes of the export is the supplier's to mend, what comes of the page the web team's; all else was typed.</summary>
    private static string Who(IssueCode kind) => kind.Code switch
    {
        IssueCodes.RowShort => WebTeam,
        IssueCodes.RowDuplicate or IssueCodes.RowNoIdentity or IssueCodes.ReferenceRepeated or IssueCodes.TextReplacementCharacter or IssueCodes.TextUnclosedBracket or IssueCodes.CoordinatesUnreadable => Supplier,
        _ => Council,
    };
}
