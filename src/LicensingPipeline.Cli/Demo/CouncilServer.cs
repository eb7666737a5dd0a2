using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LicensingPipeline.Cli.Demo;

/// <summary>
/// Plays the invented councils' websites over real HTTP on this machine: landing pages, robots.txt, files with ETag and
/// Last-Modified, and "not modified" where nothing changed since last night.
/// </summary>
internal sealed class CouncilServer : IAsyncDisposable
{
    private const string HostPrefix = "register.";
    private const string HostSuffix = ".example";
    private static readonly DateTimeOffset FirstChanged = new(2026, 10, 31, 9, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _application;
    private readonly SampleFolder _samples;
    private int _night;

    private CouncilServer(WebApplication application, SampleFolder samples) => (_application, _samples) = (application, samples);

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Starts the server on a free port of this machine only.</summary>
    public static async Task<CouncilServer> StartAsync(SampleFolder samples, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new CouncilServer(builder.Build(), samples);
        server._application.Run(server.AnswerAsync);
        await server._application.StartAsync(ct);
        return server;
    }

    /// <summary>From now on the websites are those of this night, by its 0-based number.</summary>
    public void Turn(int night) => _night = night;

    /// <summary>A handler as for a real run, but that every host leads here; the name of the host is kept in the request.</summary>
    public HttpMessageHandler Handler()
    {
        var handler = Collect.Collector.Handler();
        var port = Address.Port;
        handler.ConnectCallback = async (_, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        };
        return handler;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        var council = host.StartsWith(HostPrefix, StringComparison.Ordinal) && host.EndsWith(HostSuffix, StringComparison.Ordinal)
            ? host[HostPrefix.Length..^HostSuffix.Length] : "";
        var path = context.Request.Path.Value!.TrimStart('/');
        var file = Find(council, path.Length == 0 ? SampleFolder.LandingName : path);
        var challenge = Find(council, SampleFolder.ChallengeName);
        if (challenge is not null && path != "robots.txt")
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.Body.WriteAsync(challenge, context.RequestAborted);
        }
        else if (file is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else
        {
            await SendAsync(context, file, council, path);
        }
    }

    private async Task SendAsync(HttpContext context, byte[] bytes, string council, string path)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"";
        var response = context.Response;
        response.Headers.ETag = tag;
        response.Headers.LastModified = Changed(bytes, council, path).ToString("R", CultureInfo.InvariantCulture);
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = Path.GetExtension(path) switch
        {
            ".csv" => "text/csv",
            ".txt" or ".tsv" => "text/plain",
            ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".xls" => "application/vnd.ms-excel",
            ".json" or ".jsonl" => "application/json",
            _ => "text/html; charset=utf-8",
        };
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>The day before the first of the nights on which the file was as it is.</summary>
    private DateTimeOffset Changed(byte[] bytes, string council, string path)
    {
        var since = _night;
        while (since > 0 && Read(since - 1, council, path.Length == 0 ? SampleFolder.LandingName : path) is { } before && before.AsSpan().SequenceEqual(bytes))
        {
            since--;
        }

        return FirstChanged.AddDays(since);
    }

    private byte[]? Find(string council, string path) => Read(_night, council, path);

    private byte[]? Read(int night, string council, string path)
    {
        var website = Path.GetFullPath(Path.Combine(_samples.Root, SampleFolder.Night(night), council)) + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(website, path));
        return council.Length > 0 && file.StartsWith(website, StringComparison.Ordinal) && File.Exists(file) ? File.ReadAllBytes(file) : null;
    }
}
