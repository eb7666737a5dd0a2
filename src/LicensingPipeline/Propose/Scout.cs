using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Extract;

namespace LicensingPipeline.Propose;

/// <summary>What stands at an address that no source file names yet.</summary>
/// <param name="Words">Whose interface or page it is.</param>
/// <param name="Way">The line of a source file that asks for it.</param>
/// <param name="Got">What came.</param>
/// <param name="Format">What read.format would be.</param>
public sealed record Scouted(string Words, string Way, Got Got, string Format);

/// <summary>
/// Asks for an address once, with all the manners of the nightly run: robots.txt, pauses, a name to answer for it. A page
/// with one link to a file leads to the file.
/// </summary>
/// <param name="collector">The collector.</param>
/// <param name="archive">Where what comes is kept.</param>
/// <param name="authority">GSS code.</param>
public sealed partial class Scout(Collector collector, Archive archive, string authority)
{
    private static readonly string[] PackageFormats = ["csv", "xlsx", "xls", "json"];

    /// <summary>Asks.</summary>
    /// <exception cref="RefusedException">Nothing came that could be read; the sentence says what to do.</exception>
    public async Task<Scouted> GoAsync(Uri url, CancellationToken ct)
    {
        var way = Vendors.Of(url);
        if (way.IsSearch)
        {
            throw new RefusedException($"{url} is {way.Words}. State the register under access with rung 2; where somebody hands in a copy, describe that file instead.");
        }

        if (way.Api is { } api)
        {
            return await ApiAsync(way, api, ct);
        }

        return way.Format is { } format ? await FileAsync(way.Words, $"url: {YamlText.Quoted(url.AbsoluteUri)}", Skeleton(format) with { Url = url }, ct) : await PageAsync(url, ct);
    }

    private async Task<Scouted> ApiAsync(WayIn way, ApiSpec api, CancellationToken ct)
    {
        Attempt? last = null;
        foreach (var format in way.Format is { } known ? [known] : PackageFormats)
        {
            last = await collector.FetchAsync(authority, Skeleton(format) with { Api = api }, null, ct);
            if (last is Got got)
            {
                return new Scouted(way.Words, WayIn.Line(api), got, format);
            }
        }

        throw new RefusedException(last!.Detail);
    }

    private async Task<Scouted> FileAsync(string words, string line, StreamSpec spec, CancellationToken ct)
    {
        var attempt = await collector.FetchAsync(authority, spec, null, ct);
        if (attempt is Failed { Suggestion: { } suggestion } && FormatLine().Match(suggestion) is { Success: true } other)
        {
            spec = spec with { Read = new ReadSpec(other.Groups["format"].Value) };
            attempt = await collector.FetchAsync(authority, spec, null, ct);
        }

        return attempt is Got got ? new Scouted(words, line, got, spec.Read.Format) : throw new RefusedException(attempt.Detail);
    }

    /// <summary>The page is asked for a link that is surely not there: the answer names the one that is.</summary>
    private async Task<Scouted> PageAsync(Uri page, CancellationToken ct)
    {
        var probe = Skeleton("csv") with { Landing = page, Discover = new Discovery("a[href$='.no-such-ending']", null, 1) };
        var attempt = await collector.FetchAsync(authority, probe, null, ct);
        if (attempt is Failed { State: StreamState.LinkMoved, Suggestion: { } line })
        {
            var format = EndingOf().Match(line) is { Success: true } ending ? ending.Groups["format"].Value : "csv";
            return line.StartsWith("url:", StringComparison.Ordinal)
                ? await FileAsync("a file", line, Skeleton(format) with { Url = page }, ct)
                : await FileAsync("a page with a link to the file", line, Skeleton(format) with { Landing = page, Discover = Read(line) }, ct);
        }

        if (attempt is Failed { State: not StreamState.LinkMoved })
        {
            throw new RefusedException(attempt.Detail);
        }

        var table = await FileAsync("a page that holds the register as a table", $"url: {YamlText.Quoted(page.AbsoluteUri)}", Skeleton("html") with { Url = page }, ct);
        var look = FileLook.At([new SourceFile(table.Got.Files[0].Name, () => archive.Open(table.Got.Files[0].Sha256))], null, []);
        return look.Headings.Count > 0 ? table : throw new RefusedException(
            $"{attempt.Detail} If a link on it is the register, give its address; if the page is a search for people, state the register under access with rung 2: no search is asked by a program.");
    }

    private static Discovery? Read(string line)
    {
        var root = SourceReader.Load("suggestion", line, []);
        return root is null || new YamlMap(root, "", "suggestion", []).Map("discover") is not { } map ? null
            : new Discovery(map.Text("css") ?? "a[href]", map.Text("text"), map.Whole("expect") ?? 1);
    }

    /// <summary>A stream that says no more than how it is fetched.</summary>
    private static StreamSpec Skeleton(string format) => new()
    {
        Name = "scout",
        Register = "licences",
        Read = new ReadSpec(format),
        Layouts = [],
        Covers = new Covers([], "", ""),
        StartMeans = "unknown",
        Cadence = "",
        Terms = new Terms("none-stated", "", ""),
        Guards = new Guards(0, new Dictionary<Field, Limit>()),
        Examples = [],
        Fingerprint = "",
    };

    [GeneratedRegex(@"^read: \{ format: (?<format>[a-z]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormatLine();

    [GeneratedRegex(@"\.(?<format>csv|xlsx|xls|json|pdf)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndingOf();
}
