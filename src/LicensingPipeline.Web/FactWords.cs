using System.Globalization;
using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Summarise;

namespace LicensingPipeline.Web;

/// <summary>Facts in words for everybody, with no word that blames.</summary>
public static partial class FactWords
{
    /// <summary>A letter and a word for a rung of the ladder, from 0: what is told by colour is told by them too.</summary>
    public static IReadOnlyList<(string Letter, string Word)> Rungs { get; } =
        [("N", "Nothing found"), ("V", "By request"), ("L", "Look-up"), ("D", "Document"), ("T", "Table"), ("O", "Open table")];

    /// <summary>The letter and the word; for an authority whose source file is being mended, a dash.</summary>
    public static (string Letter, string Word) Rung(int? rung) => rung is { } known ? Rungs[known] : ("–", "Being mended");

    /// <summary>What a publisher says about using the data again.</summary>
    public static string Terms(string reuse) => reuse switch
    {
        "ogl" => "Open Government Licence",
        "stated" => "stated by the council",
        "forbidden" => "not allowed",
        _ => "none stated",
    };

    /// <summary>How a copy came to us.</summary>
    public static string Origin(string? origin) => origin switch
    {
        "published" => "published online by the council",
        "supplied" => "supplied by the council on request, not published online",
        "third-party-copy" => "a copy that somebody else had kept",
        "union-copy" => "a copy that the Union had kept",
        "sighting" => "written down from what was seen online",
        "invented" => "invented for the demonstration",
        _ => "unknown",
    };

    /// <summary>What a kind of register is called.</summary>
    public static string Register(string register) => register switch
    {
        "exemptions" => "temporary exemptions",
        "management-orders" => "management orders",
        _ => "licences",
    };

    /// <summary>Something that changed between two copies, by its code.</summary>
    public static string Event(string code) => code switch
    {
        "granted" => "new on the register",
        "renewed" => "new licence for a home that was there before",
        "returned" => "there again after a time away",
        "expired-off" => "gone after its end date",
        "overdue-cleared" => "gone some time after its end date",
        "scheme-ended" => "gone when the scheme ended",
        "vanished" => "gone before its end date",
        "dates-changed" => "dates changed",
        "backdated" => "dates moved to an earlier day",
        "holder-changed" => "licence holder changed",
        "manager-changed" => "manager changed",
        "persons-changed" => "number of people changed",
        "conditions-changed" => "conditions changed",
        "address-retyped" => "address written otherwise",
        "reference-reused" => "reference now on another home",
        _ => code.Replace('-', ' '),
    };

    /// <summary>Whose doing an issue is.</summary>
    public static string Cause(Cause cause) => cause switch
    {
        LicensingPipeline.Cause.Published => "so in the register",
        LicensingPipeline.Cause.Parser => "our reading, not the register",
        LicensingPipeline.Cause.Withheld => "withheld by the council, which counts as neutral",
        _ => "not known yet",
    };

    /// <summary>Whose doing an issue is, on a copy that is online or that was supplied to us.</summary>
    public static string Cause(Cause cause, bool isOnline) => cause == LicensingPipeline.Cause.Published && !isOnline ? "so in a copy supplied to us" : Cause(cause);

    /// <summary>What somebody saw of a particular: a letter and words.</summary>
    public static (string Letter, string Word) Seen(Showing showing) => showing switch
    {
        Showing.Shown => ("S", "shown"),
        Showing.ShownForSome => ("P", "shown for part of the entries"),
        Showing.Withheld => ("W", "withheld, as the council says"),
        Showing.NotShown => ("N", "not shown"),
        _ => ("?", "not seen: nobody has looked, or could"),
    };

    /// <summary>How many of some particulars are shown, with what is not known beside it.</summary>
    public static string Count(ParticularCount count)
    {
        if (count.NotSeen == count.Of)
        {
            return "not seen yet";
        }

        var others = new[] { (count.ForSome, "for part of the entries"), (count.Withheld, "withheld"), (count.NotSeen, "not seen") }.Where(o => o.Item1 > 0).Select(o => $"{o.Item1.ToString(CultureInfo.InvariantCulture)} {o.Item2}").ToList();
        return $"{count.Shown} of {count.Of}{(others.Count > 0 ? $" ({string.Join(", ", others)})" : "")}";
    }

    /// <summary>The same sentence with its days as people write them.</summary>
    public static string PlainDays(string sentence) => IsoDay().Replace(sentence, m => DateOnly.TryParseExact(m.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? PlainWords.Day(day) : m.Value);

    /// <summary>A day that the ledger keeps as text, or a moment without its time.</summary>
    public static string PlainDay(string? iso) => iso is { Length: >= 10 } ? PlainDays(iso[..10]) : "–";

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsoDay();
}
