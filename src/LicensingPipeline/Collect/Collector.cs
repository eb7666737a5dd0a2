using System.Globalization;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Collect;

/// <summary>
/// Fetches streams over the network, politely and openly; the only stage that touches it. One collector serves one run, and many streams
/// at once: requests to one host queue up, different hosts run side by side as far as the caller lets them.
/// </summary>
public sealed class Collector : IDisposable
{
    private readonly HttpMessageInvoker _invoker;
    private readonly CollectOptions _options;
    private readonly TimeProvider _time;
    private readonly Courier _courier;
    private readonly RobotsBook _robots;
    private readonly Downloader _downloader;
    private readonly Archive _archive;

    /// <param name="handler">Must not follow redirects and must check certificates, as <see cref="Handler"/> does. It stays the caller's.</param>
    /// <param name="op">Who runs this; stands in the user agent.</param>
    /// <param name="version">The program's version.</param>
    public Collector(HttpMessageHandler handler, Operator op, string version, Archive archive, CollectOptions options, TimeProvider time)
    {
        (_options, _time, _archive) = (options, time, archive);
        _invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        var queue = new HostQueue(options, time);
        _courier = new Courier(new Exchange(_invoker, $"LicensingPipeline/{version} (+{op.Contact})", queue, archive, options, time), options, time);
        _robots = new RobotsBook(_courier, queue, options);
        _downloader = new Downloader(_courier, _robots, options);
    }

    /// <summary>The handler for a real run: redirects and packing by hand, no cookies, certificates checked by the system.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        MaxConnectionsPerServer = 1,
    };

    /// <summary>Asks for one stream. A source's failure is an answer (<see cref="Failed"/>), never an exception.</summary>
    /// <param name="authority">GSS code.</param>
    /// <param name="spec">A stream with url, discover or api.</param>
    /// <param name="last">What the ledger remembers of the last bytes.</param>
    public async Task<Attempt> FetchAsync(string authority, StreamSpec spec, Validators? last, CancellationToken ct)
    {
        var at = _time.GetUtcNow();
        var requested = spec.Url ?? spec.Api?.Url ?? spec.Landing;
        var downloads = new List<Download>();
        try
        {
            if (spec.Api is { } api && await PagesAsync(api, downloads, ct))
            {
                return Keep(api.Url, at, downloads);
            }

            var links = spec.Url is { } url ? [url] : await FindAsync(authority, spec, ct);
            requested = links.Count == 1 ? links[0] : requested;
            foreach (var link in links)
            {
                var download = await _downloader.FileAsync(link, spec.Read.Format, links.Count == 1 ? last : null, ct);
                if (download is null)
                {
                    return new NotModified(requested, at, $"{link.Host} says that nothing has changed since the last copy.");
                }

                downloads.Add(download);
            }

            return Keep(requested!, at, downloads);
        }
        catch (SourceException failed)
        {
            return new Failed(requested, at, failed.Message, failed.State, failed.Suggestion, (int?)(failed.InnerException as HttpRequestException)?.StatusCode);
        }
        finally
        {
            foreach (var download in downloads)
            {
                await download.Body.DisposeAsync();
            }
        }
    }

    /// <summary>
    /// Fetches a national list, as politely as a register, and hands its bytes on while they last; it is not kept in the archive.
    /// </summary>
    /// <param name="url">Where it is.</param>
    /// <param name="read">Given the bytes, which can seek.</param>
    /// <exception cref="SourceException">It could not be fetched, or is neither a zip nor text.</exception>
    public async Task<T> ListAsync<T>(Uri url, Func<Stream, T> read, CancellationToken ct)
    {
        var journey = await _courier.FollowAsync(new Question(url, _options.MaxBytes), _robots.CheckAsync, ct);
        await using var answer = journey.Answer;
        if (answer.Body is not { } body)
        {
            throw Refusals.Of(answer, Wanted.File, _options);
        }

        var kind = Sniffing.Kind(body.Bytes);
        return kind is ContentKind.Zip or ContentKind.Text
            ? read(body.Bytes)
            : throw new SourceException(StreamState.LinkMoved, $"{url} gave neither a zip nor a text file ({kind}). Open it in a browser; if the list has moved, name its new address with --url, or fetch it by hand and name the file with --from.");
    }

    public void Dispose() => _invoker.Dispose();

    /// <summary>Fetches all pages of an interface that gives the register itself; false for one that only says where its files are.</summary>
    private async Task<bool> PagesAsync(ApiSpec api, List<Download> downloads, CancellationToken ct)
    {
        var pages = new Pages(_downloader, _options);
        switch (api.Vendor)
        {
            case ApiSpecReader.Socrata:
                await SocrataDataset.FetchAsync(api.Url, _downloader, pages, downloads, ct);
                return true;
            case ApiSpecReader.ArcGis:
                await ArcGisLayer.FetchAsync(api.Url, _downloader, pages, _archive, downloads, ct);
                return true;
            default:
                return false;
        }
    }

    private async Task<IReadOnlyList<Uri>> FindAsync(string authority, StreamSpec spec, CancellationToken ct)
    {
        if (spec.Api is { } package)
        {
            return [await CkanPackage.FindAsync(package, spec.Read.Format, _downloader, ct)];
        }

        if (spec is not { Landing: { } landing, Discover: { } discover })
        {
            throw new ArgumentException($"Stream {spec.Name} of {authority} has neither url, discover nor api; it is not fetched.", nameof(spec));
        }

        var journey = await _courier.FollowAsync(new Question(landing, _options.MaxPageBytes), _robots.CheckAsync, ct);
        await using var answer = journey.Answer;
        if (answer.Body is not { } page)
        {
            throw Refusals.Of(answer, Wanted.Landing, _options);
        }

        var kind = Sniffing.Kind(page.Bytes);
        if (kind is not (ContentKind.Html or ContentKind.Xml))
        {
            throw new SourceException(StreamState.LinkMoved, $"The landing page {answer.Url} is no page with links: it is {(kind == ContentKind.Empty ? "empty" : "a file itself")}. Open it in a browser; if it is the register, name it as url.", kind == ContentKind.Empty ? null : $"url: {answer.Url}", Refusals.With(answer.Status));
        }

        try
        {
            return await LandingPage.FindAsync(page.Bytes, answer.ContentType, answer.Url, discover, ct);
        }
        catch (SourceException lost) when (lost.State == StreamState.LinkMoved && ChallengePage.Sign(Sniffing.TextHead(page.Bytes), pageExpected: true) is { } sign)
        {
            throw Refusals.Of(answer with { Challenge = sign }, Wanted.Landing, _options);
        }
    }

    /// <summary>All files are whole and of the right kind: only now do they join the archive.</summary>
    private static Got Keep(Uri requested, DateTimeOffset at, List<Download> downloads)
    {
        var files = new List<CollectedFile>();
        foreach (var (answer, body, _, name) in downloads)
        {
            files.Add(new CollectedFile(name ?? Addresses.FileName(answer.Url), body.Sha256, body.Length, answer.Url));
            body.Commit();
        }

        var first = downloads[0].Answer;
        var bytes = files.Sum(f => f.Bytes);
        var days = downloads.Select(d => d.Answer.Modified).Where(m => m <= at).Select(m => (DateOnly?)DateOnly.FromDateTime(m!.Value.UtcDateTime));
        var what = files.Count == 1 ? "One file" : string.Create(CultureInfo.InvariantCulture, $"{files.Count} files");
        return new Got(requested, at, $"{what} of together {Amounts.Bytes(bytes)} came from {first.Url.Host}.")
        {
            FinalUrl = first.Url,
            Redirects = downloads[0].Redirects,
            Status = first.Code!.Value,
            Sha256 = FileSet.Hash([.. files.Select(f => (f.Name, f.Sha256))]),
            Bytes = bytes,
            Files = files,
            ContentType = first.ContentType,
            ETag = first.ETag,
            LastModified = first.LastModified,
            SourceDate = days.Max(),
        };
    }

}
