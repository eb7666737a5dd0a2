using System.Globalization;
using Dapper;
using LicensingPipeline.Collect;

namespace LicensingPipeline.Record;

/// <summary>Every attempt to get a copy, good or bad, in the ledger.</summary>
public static class Attempts
{
    private const int NightsUntilGone = 14;

    /// <summary>Keeps an attempt over the network, and the copy it brought; the state that follows from a failure, or null.</summary>
    public static Trouble? Keep(Ledger ledger, long run, StreamRow stream, Attempt attempt, string origin)
    {
        var at = Iso(attempt.At);
        var got = attempt as Got;
        var failed = attempt as Failed;
        Write(ledger, run, stream, at, new
        {
            url = (got?.FinalUrl ?? attempt.Requested)?.ToString(),
            outcome = got is not null ? "got" : failed is not null ? "failed" : "not-modified",
            state = failed?.State.ToString(),
            status = got?.Status ?? failed?.Status,
            detail = attempt.Detail,
            suggestion = failed?.Suggestion,
            sha256 = got?.Sha256,
            etag = got?.Validators?.ETag,
            modified = got?.Validators?.LastModified,
            redirects = got is null ? null : string.Join(' ', got.Redirects),
        });
        if (got is not null)
        {
            var day = DateOnly.FromDateTime(attempt.At.UtcDateTime);
            var known = Snapshots.Of(ledger, stream.Id);
            // The same bytes as last time are no new copy, whatever the server's date says.
            if (known.Count == 0 || known[^1].Sha256 != got.Sha256)
            {
                Snapshots.Keep(ledger, stream.Id, new Snapshot(0, day, got.Sha256, origin, at, got.SourceDate, [.. got.Files.Select(f => new SnapshotFile(f.Name, f.Sha256))]));
            }
        }

        return failed is null ? null : new Trouble(IsGone(ledger, stream, failed) ? StreamState.Gone : failed.State, failed.Detail, failed.Suggestion);
    }

    /// <summary>Keeps that the inbox was looked into, and the copies found there. Their bytes are in the archive already.</summary>
    public static void Keep(Ledger ledger, long run, StreamRow stream, DateTimeOffset at, IReadOnlyList<InboxCopy> copies, string? origin)
    {
        Write(ledger, run, stream, Iso(at), new
        {
            url = (string?)null,
            outcome = "inbox",
            state = (string?)null,
            status = (int?)null,
            detail = string.Create(CultureInfo.InvariantCulture, $"{copies.Count} copies in the inbox."),
            suggestion = (string?)null,
            sha256 = copies.Count == 0 ? null : copies[^1].Sha256,
            etag = (string?)null,
            modified = (string?)null,
            redirects = (string?)null,
        });
        foreach (var copy in copies)
        {
            var retrieved = copy.RetrievedAt is { } when ? Iso(when) : null;
            Snapshots.Keep(ledger, stream.Id, new Snapshot(0, copy.AsAt, copy.Sha256, origin ?? copy.Origin, retrieved, null, [.. copy.Files.Select(f => new SnapshotFile(f.Name, f.Sha256))]));
            Snapshots.Supersede(ledger, stream.Id, copy.AsAt, copy.Sha256);
        }
    }

    /// <summary>The address that was asked for last and what came of it, or null where nobody asked.</summary>
    public static (string? Url, string At, string Detail)? Last(Ledger ledger, string authority, string stream)
    {
        var last = ledger.Connection.QueryFirstOrDefault<(string? Url, string? At, string? Detail)>(
            "select url, at, detail from attempt where authority=@authority and stream=@stream order by id desc limit 1", new { authority, stream });
        return last.At is null ? null : (last.Url, last.At, last.Detail ?? "");
    }

    /// <summary>What to send so that the server may answer "not modified", or null.</summary>
    public static Validators? LastValidators(Ledger ledger, StreamRow stream)
    {
        var last = ledger.Connection.QueryFirstOrDefault<(string? Url, string? ETag, string? Modified)>(
            "select url, etag, last_modified from attempt where authority=@Authority and stream=@Name and outcome='got' order by id desc limit 1", stream);
        return last.Url is null || (last.ETag ?? last.Modified) is null ? null : new Validators(new Uri(last.Url), last.ETag, last.Modified);
    }

    /// <summary>410 says so at once; 404 must have stood for fourteen nights.</summary>
    private static bool IsGone(Ledger ledger, StreamRow stream, Failed failed)
    {
        if (failed.State != StreamState.LinkMoved || failed.Status != 404)
        {
            return false;
        }

        var nights = ledger.Connection.Query<(string At, long? Status)>(
            "select at, status from attempt where authority=@Authority and stream=@Name order by id desc limit 200", stream);
        return nights.TakeWhile(n => n.Status == 404).Select(n => n.At[..10]).Distinct(StringComparer.Ordinal).Count() >= NightsUntilGone;
    }

    private static void Write(Ledger ledger, long run, StreamRow stream, string at, object values)
    {
        var all = new DynamicParameters(values);
        all.AddDynamicParams(new { run, stream.Authority, stream.Name, at });
        ledger.Connection.Execute(
            """
            insert into attempt(run, authority, stream, at, url, outcome, state, status, detail, suggestion, sha256, etag, last_modified, redirects)
            values(@run, @Authority, @Name, @at, @url, @outcome, @state, @status, @detail, @suggestion, @sha256, @etag, @modified, @redirects)
            """,
            all);
        ledger.Connection.Execute("update stream set last_checked=@at where id=@Id", new { at, stream.Id });
    }

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
