using System.Globalization;
using LicensingPipeline.Store;
using LicensingPipeline.Summarise;

namespace LicensingPipeline.Cli.Demo;

/// <summary>Holds a night against the answer key.</summary>
internal static class DemoComparison
{
    /// <summary>A sentence for each difference; none means that the night came out as the answer key says.</summary>
    public static IReadOnlyList<string> Differences(ExpectedNight expected, NightReport came)
    {
        var found = new List<string>();
        if (came.Exit != expected.Exit)
        {
            found.Add(string.Create(CultureInfo.InvariantCulture, $"The night ended with code {came.Exit} and must end with {expected.Exit}."));
        }

        var streams = came.Streams.ToDictionary(s => $"{s.Authority}/{s.Stream}", StringComparer.Ordinal);
        foreach (var wanted in expected.Streams)
        {
            var name = $"{wanted.Authority}/{wanted.Stream}";
            if (streams.Remove(name, out var stream))
            {
                found.AddRange(Facts(wanted, stream).Where(f => f.Wanted != f.Came).Select(f => $"{name}: {f.What} must be {f.Wanted} and came to {f.Came}."));
            }
            else
            {
                found.Add($"{name} is missing from the night.");
            }
        }

        return [.. found, .. streams.Keys.Select(k => $"{k} is in the night and not in the answer key.")];
    }

    /// <summary>A sentence for each field of a stream that was not read as the answer key says, to the cell.</summary>
    public static IEnumerable<string> CellDifferences(ExpectedNight expected, Registers registers)
    {
        foreach (var stream in expected.Streams.Where(s => s.Cells is not null))
        {
            var fields = stream.Cells!.Keys.Select(k => Fields.TryParse(k, out var field) ? field : throw new InvalidDataException($"{k} in the answer key is no field.")).ToList();
            var came = CellHashes.OfPublished(registers, stream.Authority, stream.Stream, fields);
            var wrong = stream.Cells.Where(c => came[c.Key] != c.Value).Select(c => c.Key).ToList();
            if (wrong.Count > 0)
            {
                yield return $"{stream.Authority}/{stream.Stream}: the cells of {string.Join(", ", wrong)} are not those of the answer key.";
            }
        }
    }

    private static IEnumerable<(string What, string Wanted, string Came)> Facts(ExpectedStream wanted, StreamReport came) =>
    [
        ("the state", wanted.State, came.State),
        ("rows_read", Text(wanted.RowsRead), Text(came.RowsRead)),
        ("published", Text(wanted.Published), Text(came.Published)),
        ("quarantined", Text(wanted.Quarantined), Text(came.Quarantined)),
        ("not_a_record", Text(wanted.NotARecord), Text(came.NotARecord)),
        ("held", Text(wanted.Held), Text(came.Held)),
        ("licences", Text(wanted.Licences), Text(came.Licences)),
        .. Counts("issues", wanted.Issues, came.Issues),
        .. Counts("events", wanted.Events, came.Events),
    ];

    private static IEnumerable<(string What, string Wanted, string Came)> Counts(string what, IReadOnlyDictionary<string, long> wanted, IReadOnlyDictionary<string, long> came) =>
        wanted.Keys.Union(came.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(code => ($"{what} {code}", Text(wanted.GetValueOrDefault(code)), Text(came.GetValueOrDefault(code))));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
