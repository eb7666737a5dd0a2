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
/// Plays the councils' websites over real HTTP on this machine: landing pages, interfaces, robots.txt, files with ETag and
/// Last-Modified, and "not modified" where nothing changed since last night.
/// </summary>
internal sealed class CouncilServer : IAsyncDisposable
{
    private const int TlsPort = 443;
    private static readonly DateTimeOffset FirstChanged = new(2026, 10, 31, 9, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _application;
    private readonly SampleFolder _samples;
    private readonly DemoCertificate _certificate;
    private int _night;

    private CouncilServer(WebApplication application, SampleFolder samples, DemoCertificate certificate) => (_application, _samples, _certificate) = (application, samples, certificate);

    /// <summary>Starts the server on two free ports of this machine only: one in the clear, one with TLS.</summary>
    public static async Task<CouncilServer> StartAsync(SampleFolder samples, CancellationToken ct)
    {
        var hosts = Directory.EnumerateDirectories(samples.Root, "night-*").SelectMany(n => Directory.EnumerateDirectories(n)).Select(h => Path.GetFileName(h)).Where(h => h != SampleFolder.InboxName).Distinct(StringComparer.Ordinal);
        var certificate = new DemoCertificate(hosts.Order(StringComparer.Ordinal), FirstChanged);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, tls => tls.UseHttps(certificate.Server));
        });
        var server = new CouncilServer(builder.Build(), samples, certificate);
        server._application.Run(server.AnswerAsync);
        await server._application.StartAsync(ct);
        return server;
    }

    /// <summary>From now on the websites are those of this night, by its 0-based number.</summary>
    public void Turn(int night) => _night = night;

    /// <summary>A handler as for a real run, but that every host leads here; the name of the host is kept in the request and checked in the certificate.</summary>
    public HttpMessageHandler Handler()
    {
        var handler = Collect.Collector.Handler();
        var addresses = _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(a => new Uri(a)).ToList();
        var (plain, tls) = (addresses.Single(a => a.Scheme == "http").Port, addresses.Single(a => a.Scheme == "https").Port);
        handler.SslOptions = _certificate.Client();
        handler.ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port == TlsPort ? tls : plain, ct);
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

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        var path = SampleFolder.PathOf(host, context.Request.Path.Value!, Uri.UnescapeDataString(context.Request.QueryString.Value ?? ""));
        if (Read(_night, $"{host}/{SampleFolder.SilentName}") is not null)
        {
            context.Abort();
        }
        else if (Read(_night, $"{host}/{SampleFolder.ChallengeName}") is { } challenge && context.Request.Path != "/robots.txt")
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.Body.WriteAsync(challenge, context.RequestAborted);
        }
        else if (Read(_night, path) is { } file)
        {
            await SendAsync(context, file, path);
        }
        else
        {
            context.Response.StatusCode = Read(_night, $"{path}.{StatusCodes.Status410Gone}") is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        }
    }

    private async Task SendAsync(HttpContext context, byte[] bytes, string path)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"";
        var response = context.Response;
        response.Headers.ETag = tag;
        response.Headers.LastModified = Changed(bytes, path).ToString("R", CultureInfo.InvariantCulture);
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ContentType(bytes);
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>What the bytes begin with says what they are; a council's server says it too.</summary>
    private static string ContentType(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF"u8) ? "application/pdf"
        : bytes.StartsWith("PK"u8) ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : bytes.StartsWith(new byte[] { 0xD0, 0xCF }) ? "application/vnd.ms-excel"
        : bytes.StartsWith("<"u8) ? "text/html; charset=utf-8"
        : bytes.StartsWith("{"u8) || bytes.StartsWith("["u8) ? "application/json"
        : "text/csv";

    /// <summary>The day before the first of the nights on which the file was as it is.</summary>
    private DateTimeOffset Changed(byte[] bytes, string path)
    {
        var since = _night;
        while (since > 0 && Read(since - 1, path) is { } before && before.AsSpan().SequenceEqual(bytes))
        {
            since--;
        }

        return FirstChanged.AddDays(since);
    }

    private byte[]? Read(int night, string path)
    {
        var websites = Path.GetFullPath(Path.Combine(_samples.Root, SampleFolder.Night(night))) + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(websites, path));
        return file.StartsWith(websites, StringComparison.Ordinal) && !path.StartsWith(SampleFolder.InboxName + "/", StringComparison.Ordinal) && File.Exists(file) ? File.ReadAllBytes(file) : null;
    }
}
