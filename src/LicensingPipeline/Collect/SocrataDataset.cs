using System.Globalization;
using System.Text.Json;

namespace LicensingPipeline.Collect;

/// <summary>
/// A Socrata dataset over its SODA interface, in pages of the order in which the rows were made, so that the same rows always make
/// the same bytes.
/// </summary>
internal static class SocrataDataset
{
    /// <summary>The most that every version of the interface gives at once.</summary>
    private const int PageRecords = 50_000;

    /// <summary>Fetches all pages.</summary>
    /// <param name="dataset">Such as <c>https://data.example/resource/abcd-1234.json</c>.</param>
    public static async Task FetchAsync(Uri dataset, Downloader downloader, Pages pages, List<Download> into, CancellationToken ct)
    {
        var total = await downloader.AskAsync(new Uri(dataset, "?$select=count(*)"), Count, ct);
        Uri Page(long from) => new(dataset, string.Create(CultureInfo.InvariantCulture, $"?$limit={PageRecords}&$offset={from}&$order=:id"));
        await pages.FetchAsync(new PageShape(Page, null, _ => { }), total, into, ct);
    }

    /// <summary><c>[{"count":"3485"}]</c>; older servers call the key count_1 or leave the quotes out.</summary>
    private static long Count(Download answer) => JsonAnswer.Read(answer, root =>
        root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1 && root[0].ValueKind == JsonValueKind.Object
            && root[0].EnumerateObject().Select(p => (JsonElement?)p.Value).FirstOrDefault() is { } count
            ? JsonAnswer.Whole(count) : null) ?? throw SourceException.Drift($"{answer.Answer.Url} did not say how many records the dataset holds. Open it in a browser and compare with api in the source file.");
}
