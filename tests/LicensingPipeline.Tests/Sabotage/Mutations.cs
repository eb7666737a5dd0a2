using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Extract;

namespace LicensingPipeline.Tests.Sabotage;

/// <summary>The standard ways in which a register goes wrong from one copy to the next. Each gives the spoiled bytes, or null where the sample has nothing to spoil in that way.</summary>
internal static class Mutations
{
    private static readonly string[] DayFormats = ["dd/MM/yyyy", "d.M.yy", "dd-MMM-yyyy", "d MMM yyyy", "d MMMM yyyy", "yyyy-MM-dd'T'HH:mm:ss"];
    private static readonly Field[] Days = [Field.ApplicationDate, Field.IssueDate, Field.StartDate, Field.EndDate];

    /// <summary>Every mutation, by name.</summary>
    public static IReadOnlyDictionary<string, Func<SabotagedStream, byte[]?>> All { get; } = new Dictionary<string, Func<SabotagedStream, byte[]?>>(StringComparer.Ordinal)
    {
        ["a mapped column renamed"] = s => Headings(s, (h, i) => s.Columns(Field.HolderName).Contains(i) ? h + " (new)" : h),
        ["a mapped column dropped"] = s => Reshape(s, Kept(s, s.Columns(Field.HolderName)[0])),
        ["a column added"] = s => Table(s, s.Good with { Headings = [.. s.Good.Headings, "Ticket"], Rows = [.. s.Good.Rows.Select(r => s.IsEntry(r) ? [.. r, "none"] : r.SequenceEqual(s.Good.Headings) ? [.. r, "Ticket"] : r)] }),
        ["columns in another order"] = s => Reshape(s, [.. Enumerable.Range(0, s.Good.Headings.Count).Reverse()]),
        ["the reference emptied"] = s => Emptied(s, [s.Spec.Id is [_, ..] id ? id[^1] : Field.Reference]),
        ["the address emptied"] = s => Emptied(s, [Field.PropertyAddress]),
        ["the end date emptied"] = s => Emptied(s, [Field.EndDate, Field.DurationMonths]),
        ["cut off half-way"] = s => s.Write(s.Good) is var whole ? whole[..(whole.Length / 2)] : null,
        ["headings only"] = s => Table(s, s.Good with { Rows = [] }),
        ["an HTML page instead"] = _ => SampleHtml.Plain("Page not found", "The page you asked for has moved."),
        ["a block page instead"] = _ => SampleHtml.Plain("Request Rejected", "The requested URL was rejected. Please consult with your administrator."),
        ["UTF-16"] = s => Encoded(s, Encoding.Unicode),
        ["Windows-1252"] = s => Encoded(s, TextEncodings.Windows1252),
        ["UTF-8 with its mark"] = s => Encoded(s, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)),
        ["days as serial numbers"] = s => Table(s, s.Good with { Rows = Each(s, r => [.. r.Select((c, i) => Days.Any(d => s.Columns(d).Contains(i)) ? Serial(c) : c)]) }),
        ["5% of the rows twice"] = s => Table(s, s.Good with { Rows = Some(s, 20, r => [r, r]) }),
        ["address and holder exchanged"] = s => Exchanged(s, Field.PropertyAddress, Field.HolderName),
        ["address and holder's address exchanged"] = s => Exchanged(s, Field.PropertyAddress, Field.HolderAddress),
        ["holder's and manager's address exchanged"] = s => Exchanged(s, Field.HolderAddress, Field.ManagerAddress),
        ["holder and manager exchanged"] = s => Exchanged(s, Field.HolderName, Field.ManagerName),
        ["start and end exchanged"] = s => Exchanged(s, Field.StartDate, Field.EndDate),
        ["headings again half-way"] = s => Table(s, s.Good with { Rows = [.. s.Good.Rows.Take(s.Good.Rows.Count / 2), [.. s.Good.Headings], .. s.Good.Rows.Skip(s.Good.Rows.Count / 2)] }),
        ["every row a cell to the right"] = s => Table(s, s.Good with { Rows = Each(s, Slid) }),
        ["half of the rows a cell to the right"] = s => Table(s, s.Good with { Rows = [.. s.Good.Rows.Select((r, i) => i * 2 > s.Good.Rows.Count && s.IsEntry(r) ? Slid(r) : r)] }),
        ["every tenth row a cell to the right"] = s => Table(s, s.Good with { Rows = Some(s, 10, r => [Slid(r)]) }),
        ["every row a cell to the left"] = s => Table(s, s.Good with { Rows = Each(s, r => [.. r[1..], ""]) }),
    };

    private static byte[]? Table(SabotagedStream s, SampleCopy spoiled) => s.Write(spoiled);

    private static byte[]? Headings(SabotagedStream s, Func<string, int, string> heading) => Table(s, s.Good with
    {
        Headings = [.. s.Good.Headings.Select(heading)],
        Rows = [.. s.Good.Rows.Select(r => r.SequenceEqual(s.Good.Headings) ? [.. s.Good.Headings.Select(heading)] : r)],
    });

    private static IReadOnlyList<int> Kept(SabotagedStream s, int without) => [.. Enumerable.Range(0, s.Good.Headings.Count).Where(i => i != without)];

    /// <summary>The columns of these numbers, in this order, in all rows that are as long as the headings.</summary>
    private static byte[]? Reshape(SabotagedStream s, IReadOnlyList<int> columns) => Table(s, s.Good with
    {
        Headings = [.. columns.Select(c => s.Good.Headings[c])],
        Rows = [.. s.Good.Rows.Select(r => r.Length == s.Good.Headings.Count ? [.. columns.Select(c => r[c])] : r)],
    });

    private static byte[]? Emptied(SabotagedStream s, IReadOnlyList<Field> fields)
    {
        var columns = fields.SelectMany(s.Columns).ToList();
        return Table(s, s.Good with { Rows = Each(s, r => [.. r.Select((c, i) => columns.Contains(i) ? "" : c)]) });
    }

    private static byte[]? Exchanged(SabotagedStream s, Field one, Field other)
    {
        if (s.Columns(one) is not [var a, ..] || s.Columns(other) is not [var b, ..])
        {
            return null;
        }

        return Table(s, s.Good with { Rows = Each(s, r => [.. r.Select((c, i) => i == a ? r[b] : i == b ? r[a] : c)]) });
    }

    private static byte[]? Encoded(SabotagedStream s, Encoding to)
    {
        if (s.Spec.Read.Format is "xlsx" or "xls" or "pdf" or "metastreet-details")
        {
            return null;
        }

        using var bytes = new MemoryStream(s.Write(s.Good));
        var from = TextEncodings.Detect(bytes) ?? Encoding.UTF8;
        using var text = new StreamReader(bytes, from, detectEncodingFromByteOrderMarks: true);
        var whole = text.ReadToEnd();
        var spoiled = to.GetBytes(whole);
        // What the encoding has no letter for would be lost before the file is sent.
        return to.GetString(spoiled) == whole ? [.. to.GetPreamble(), .. spoiled] : null;
    }

    private static object[][] Each(SabotagedStream s, Func<object[], object[]> change) => [.. s.Good.Rows.Select(r => s.IsEntry(r) ? change(r) : r)];

    /// <summary>Changes every n-th entry.</summary>
    private static object[][] Some(SabotagedStream s, int every, Func<object[], object[][]> change)
    {
        var number = 0;
        return [.. s.Good.Rows.SelectMany(r => s.IsEntry(r) && ++number % every == 0 ? change(r) : [r])];
    }

    private static object[] Slid(object[] row) => ["", .. row[..^1]];

    private static object Serial(object cell)
    {
        var text = cell is string words ? Regex.Replace(words, @"(?<=\d)(st|nd|rd|th)\b", "", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) : "";
        var day = cell is DateOnly date ? date
            : DateTime.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? DateOnly.FromDateTime(found)
            : (DateOnly?)null;
        return day is { } known ? known.DayNumber - new DateOnly(1899, 12, 30).DayNumber : cell;
    }
}
