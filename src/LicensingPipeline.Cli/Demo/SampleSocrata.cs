using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace LicensingPipeline.Cli.Demo;

/// <summary>
/// Writes an invented register as a Socrata dataset answers: a flat object a record, empty cells left out, days as moments, a notice in
/// every record.
/// </summary>
internal static class SampleSocrata
{
    /// <summary>The heading of the notice.</summary>
    public const string Notice = "notice";

    /// <summary>All records on one page.</summary>
    public static byte[] Page(SampleCopy copy) => Write(copy.Headings, copy.Rows);

    /// <summary>The records on pages of so many.</summary>
    public static IReadOnlyList<byte[]> Pages(SampleCopy copy, int records) => [.. copy.Rows.Chunk(records).Select(rows => Write(copy.Headings, rows))];

    /// <summary>What the portal answers to the questions that Collect asks it, all records on one page.</summary>
    public static IEnumerable<(Uri At, byte[] Bytes)> Answers(Uri dataset, SampleCopy copy) =>
    [
        (new Uri(dataset, "?$select=count(*)"), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"[{{\"count\":\"{copy.Rows.Count}\",\"about\":\"{Demonstration.Mark}\"}}]\n"))),
        (new Uri(dataset, "?$limit=50000&$offset=0&$order=:id"), Page(copy)),
    ];

    private static byte[] Write(IReadOnlyList<string> headings, IEnumerable<object[]> rows) =>
        Encoding.UTF8.GetBytes($"[{string.Join("\n,", rows.Select(r => Record(headings, r)))}]\n");

    private static string Record(IReadOnlyList<string> headings, object[] cells)
    {
        var moments = cells.Select(c => c is DateOnly day ? day.ToString("yyyy-MM-dd'T00:00:00.000'", CultureInfo.InvariantCulture) : c is int number ? SampleText.Plain(number) : c);
        var record = SampleJson.Record(headings, [.. moments]);
        record.Insert(0, Notice, JsonValue.Create(Demonstration.Mark));
        return record.ToJsonString(SampleJson.OnOneLine);
    }
}
