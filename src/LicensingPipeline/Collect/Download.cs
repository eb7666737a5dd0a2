namespace LicensingPipeline.Collect;

/// <summary>A file that came whole and of the right kind, and is not kept yet.</summary>
/// <param name="Name">Its name in the snapshot, where its address is no good one.</param>
internal sealed record Download(Answer Answer, Staged Body, IReadOnlyList<Uri> Redirects, string? Name = null);

/// <summary>Fetches one address and looks at what came, politely: robots.txt, pause and redirects are the courier's.</summary>
internal sealed class Downloader(Courier courier, RobotsBook robots, CollectOptions options)
{
    /// <summary>Fetches one file; null where the server says that it is the remembered one.</summary>
    public async Task<Download?> FileAsync(Uri link, string format, Validators? last, CancellationToken ct)
    {
        var journey = await courier.FollowAsync(new Question(Addresses.WithoutFragment(link), options.MaxBytes) { Last = last }, robots.CheckAsync, ct);
        if (journey.Answer.Code == 304 && last is not null)
        {
            return null;
        }

        return await CheckedAsync(journey, format, Wanted.File);
    }

    /// <summary>Fetches what a vendor's interface answers, which is JSON.</summary>
    /// <param name="maxBytes">More than this is refused.</param>
    public async Task<Download> JsonAsync(Uri url, long maxBytes, CancellationToken ct) =>
        await CheckedAsync(await courier.FollowAsync(new Question(url, maxBytes), robots.CheckAsync, ct), "json", Wanted.Interface);

    /// <summary>Fetches a short answer of a vendor's interface, whose bytes are not part of the register.</summary>
    public async Task<T> AskAsync<T>(Uri url, Func<Download, T> read, CancellationToken ct)
    {
        var download = await JsonAsync(url, options.MaxPageBytes, ct);
        await using var body = download.Body;
        return read(download);
    }

    private async Task<Download> CheckedAsync(Journey journey, string format, Wanted wanted)
    {
        var answer = journey.Answer;
        if (answer.Body is not { } body)
        {
            throw Refusals.Of(answer, wanted, options);
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
}
