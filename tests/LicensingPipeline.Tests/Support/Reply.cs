using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LicensingPipeline.Tests.Support;

/// <summary>What a loopback council answers to one request.</summary>
internal delegate Task Reply(HttpContext http);

/// <summary>The answers councils give, good and bad.</summary>
internal static class Replies
{
    public static Reply Text(string body, string type = "text/csv", params (string Name, string Value)[] headers) => Bytes(Encoding.UTF8.GetBytes(body), type, headers);

    public static Reply Page(string body) => Text(body, "text/html; charset=utf-8");

    public static Reply Bytes(byte[] body, string type = "application/octet-stream", params (string Name, string Value)[] headers) => async http =>
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        await http.Response.Body.WriteAsync(body);
    };

    public static Reply Status(int status, string body = "", params (string Name, string Value)[] headers) => http =>
    {
        http.Response.StatusCode = status;
        return Text(body, "text/html", headers)(http);
    };

    public static Reply NotModified() => http =>
    {
        http.Response.StatusCode = 304;
        return Task.CompletedTask;
    };

    public static Reply Redirect(string to, int status = 302) => http =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = to;
        return Task.CompletedTask;
    };

    /// <summary>Announces more than it sends, and hangs up.</summary>
    public static Reply CutOff(string body, int announced) => async http =>
    {
        http.Response.ContentLength = announced;
        await http.Response.WriteAsync(body);
        await http.Response.Body.FlushAsync();
        // What was sent must have arrived, or the abort would take it back.
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, http.RequestAborted);
        http.Abort();
    };

    /// <summary>Hangs up without a word.</summary>
    public static Reply HangUp() => http =>
    {
        http.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Says nothing while the clock runs.</summary>
    public static Reply Silence(FakeClock clock, TimeSpan time) => async http =>
    {
        clock.Advance(time);
        await Task.Delay(TimeSpan.FromSeconds(30), TimeProvider.System, http.RequestAborted);
    };

    /// <summary>Sends the pieces with a time between them.</summary>
    public static Reply Slowly(FakeClock clock, TimeSpan between, params string[] pieces) => async http =>
    {
        foreach (var piece in pieces)
        {
            var before = clock.LimitsSet;
            await http.Response.WriteAsync(piece, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            // The piece must have been read before the clock moves, or the silence would count from before it.
            for (var i = 0; i < 1000 && clock.LimitsSet == before; i++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, http.RequestAborted);
            }

            clock.Advance(between);
        }
    };

    public static Reply Packed(string encoding, byte[] body) => async http =>
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.Headers.ContentEncoding = encoding;
        var packed = new MemoryStream();
        await using (Stream pack = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true) : new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await pack.WriteAsync(body);
        }

        http.Response.ContentLength = packed.Length;
        await http.Response.Body.WriteAsync(packed.ToArray());
    };

    /// <summary>A length that is not announced.</summary>
    public static Reply Endless(int bytes) => async http =>
    {
        var piece = new byte[8192];
        Array.Fill(piece, (byte)'a');
        for (var sent = 0; sent < bytes; sent += piece.Length)
        {
            await http.Response.Body.WriteAsync(piece, http.RequestAborted);
        }
    };

    /// <summary>Tells the gauge that a request is under way, for a moment of real time, before it answers.</summary>
    public static Reply Gauged(Gauge gauge, Reply reply) => async http =>
    {
        gauge.Enter();
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, http.RequestAborted);
        gauge.Leave();
        await reply(http);
    };

    public static (string Name, string Value) RetryAfter(int seconds) => ("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
}

/// <summary>Counts how many were in at once.</summary>
internal sealed class Gauge
{
    private int _now;
    private int _most;

    public int Most => _most;

    public void Enter()
    {
        var now = Interlocked.Increment(ref _now);
        int most;
        while ((most = _most) < now)
        {
            Interlocked.CompareExchange(ref _most, now, most);
        }
    }

    public void Leave() => Interlocked.Decrement(ref _now);
}
