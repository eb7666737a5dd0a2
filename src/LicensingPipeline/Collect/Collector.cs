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

    /// <param name="handler">Must not follow redirects and must check certificates, as <see cref="Handler"/> does. It stays the caller's.</param>
    /// <param name="op">Who runs this; stands in the user agent.</param>
    /// <param name="version">The program's version.</param>
    public Collector(HttpMessageHandler handler, Operator op, string version, Archive archive, CollectOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        var queue = new HostQueue(options, time);
        _courier = new Courier(new Exchange(_invoker, $"LicensingPipeline/{version} (+{op.Contact})", queue, archive, options, time), options, time);
        _robots = new RobotsBook(_courier, queue, options);
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
    /// <param name="spec">A stream with url or discover.</param>
    /// <param name="last">What the ledger remembers of the last bytes.</param>
    public async Task<Attempt> FetchAsync(string authority, StreamSpec spec, Validators? last, CancellationToken ct)
    {
        var at = _time.GetUtcNow();
        var requested = spec.Url ?? spec.Landing;
        var downloads = new List<Download>();
        try
        {
            var links = spec.Url is { } url ? [url] : await FindAsync(authority, spec, ct);
            requested = links.Count == 1 ? links[0] : spec.Landing;
            foreach (var link in links)
            {
                var download = await DownloadAsync(link, spec.Read.Format, links.Count == 1 ? last : null, ct);
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

    public void Dispose() => _invoker.Dispose();

    private async Task<IReadOnlyList<Uri>> FindAsync(string authority, StreamSpec spec, CancellationToken ct)
    {
        if (spec.Api is { } api)
        {
            throw new SourceException(StreamState.LinkMoved, $"The interface of {api.Vendor} is described and not read yet.");
        }

        if (spec is not { Landing: { } landing, Discover: { } discover })
        {
            throw new ArgumentException($"Stream {spec.Name} of {authority} has neither url nor discover; it is not fetched.", nameof(spec));
        }

        var journey = await _courier.FollowAsync(new Question(landing, _options.MaxPageBytes), _robots.CheckAsync, ct);
        await using var answer = journey.Answer;
        if (answer.Body is not { } page)
        {
            throw Refusals.Of(answer, isLanding: true, _options);
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
            throw Refusals.Of(answer with { Challenge = sign }, isLanding: true, _options);
        }
    }

    /// <summary>Fetches one file and looks at it; null where the server says that it is the remembered one.</summary>
    private async Task<Download?> DownloadAsync(Uri link, string format, Validators? last, CancellationToken ct)
    {
        var journey = await _courier.FollowAsync(new Question(Addresses.WithoutFragment(link), _options.MaxBytes) { Last = last }, _robots.CheckAsync, ct);
        var answer = journey.Answer;
        if (answer.Code == 304 && last is not null)
        {
            return null;
        }

        if (answer.Body is not { } body)
        {
            throw Refusals.Of(answer, isLanding: false, _options);
        }

        try
        {
            Acceptance.Check(body.Bytes, format, answer.Url.ToString());
            return new Download(answer, body, journey.Redirects);
        }
        catch
        {
            await body.DisposeAsync();
            throw;
        }
    }

    /// <summary>All files are whole and of the right kind: only now do they join the archive.</summary>
    private static Got Keep(Uri requested, DateTimeOffset at, List<Download> downloads)
    {
        var files = new List<CollectedFile>();
        foreach (var (answer, body, _) in downloads)
        {
            files.Add(new CollectedFile(Addresses.FileName(answer.Url), body.Sha256, body.Length, answer.Url));
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

    private sealed record Download(Answer Answer, Staged Body, IReadOnlyList<Uri> Redirects);
}
