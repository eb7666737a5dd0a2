using System.Globalization;

namespace LicensingPipeline.Collect;

/// <summary>How one vendor's pages are asked for.</summary>
/// <param name="Url">The address of the page that begins after so many records.</param>
/// <param name="List">The key of the list of records, or null where the page is the list.</param>
/// <param name="Refused">Called for an answer with an error in it: throws what the vendor means by it.</param>
internal sealed record PageShape(Func<long, Uri> Url, string? List, Action<Download> Refused);

/// <summary>
/// Asks for page after page until all records that the interface counted are there. Whoever serves us may cut the pages as it likes;
/// what must not happen is that a page too few looks like a register that shrank.
/// </summary>
internal sealed class Pages(Downloader downloader, CollectOptions options)
{
    /// <summary>Fetches the pages.</summary>
    /// <param name="into">Takes each page as it comes, so that they are let go of whatever happens.</param>
    /// <param name="total">How many records the interface counts.</param>
    /// <exception cref="SourceException">The pages together hold another number, repeat themselves, or are beyond a limit.</exception>
    public async Task FetchAsync(PageShape shape, long total, List<Download> into, CancellationToken ct)
    {
        long records = 0;
        long bytes = 0;
        JsonPage page;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            if (seen.Count == options.MaxPages)
            {
                throw SourceException.Cap($"The number of pages of {shape.Url(0).Host}", string.Create(CultureInfo.InvariantCulture, $"{options.MaxPages:N0}"));
            }

            var url = shape.Url(records);
            var download = await downloader.JsonAsync(url, options.MaxBytes, ct);
            into.Add(download with { Name = string.Create(CultureInfo.InvariantCulture, $"page-{seen.Count + 1:0000}.json") });
            page = Look(download, shape, url);
            if (!seen.Add(download.Body.Sha256))
            {
                throw SourceException.Drift($"{url} gave the same page twice over, so this interface does not go on where it is told to. Look for a file that holds the whole register, and name it as url.");
            }

            records += page.Records!.Value;
            bytes += download.Body.Length;
            if (bytes > options.MaxBytes)
            {
                throw SourceException.Cap($"All pages of {url.Host} together", Amounts.Bytes(options.MaxBytes));
            }
        }
        while (page.Records > 0 && (records < total || page.More));

        if (records != total)
        {
            throw new SourceException(StreamState.Unreachable, string.Create(CultureInfo.InvariantCulture,
                $"{shape.Url(0).Host} counts {total:N0} records and gave {records:N0} on its pages, so some are missing or stand twice. It may have been renewed while it was read: the next night asks again; if this stays, write to the council."));
        }
    }

    private static JsonPage Look(Download download, PageShape shape, Uri url)
    {
        var page = JsonPage.Read(download.Body.Bytes, shape.List, url);
        if (page.HasError)
        {
            shape.Refused(download);
        }

        return page.Records is not null ? page
            : throw SourceException.Drift($"{url} gave JSON without a list of records. Open it in a browser and compare with api in the source file.");
    }
}
