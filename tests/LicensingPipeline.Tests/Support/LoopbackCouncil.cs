using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LicensingPipeline.Collect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace LicensingPipeline.Tests.Support;

/// <summary>One request as it arrived.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="At">When it arrived, by the test's clock.</param>
internal sealed record Asked(string Host, string Path, IReadOnlyDictionary<string, string> Headers, DateTimeOffset At);

/// <summary>
/// A real server on loopback that plays every council there is: the handler it hands out connects any host to it, so that a test speaks
/// of <c>http://council.example/</c>. It answers 404 to what was not set.
/// </summary>
internal sealed class LoopbackCouncil : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Queue<Reply>> _scripts = new(StringComparer.Ordinal);
    private readonly List<Asked> _asked = [];
    private readonly WebApplication _app;
    private readonly FakeClock _clock;
    private readonly X509Certificate2? _certificate;

    private LoopbackCouncil(FakeClock clock, bool tls)
    {
        _clock = clock;
        _certificate = tls ? MakeCertificate() : null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l =>
        {
            if (_certificate is not null)
            {
                l.UseHttps(_certificate);
            }
        }));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The requests, in the order in which they came.</summary>
    public IReadOnlyList<Asked> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    /// <summary>Paths asked for but for robots.txt.</summary>
    public IReadOnlyList<string> Paths => [.. Asked.Select(a => a.Path).Where(p => p != "/robots.txt")];

    public static async Task<LoopbackCouncil> OpenAsync(FakeClock clock, bool tls = false)
    {
        var council = new LoopbackCouncil(clock, tls);
        await council._app.StartAsync();
        return council;
    }

    /// <summary>Sets the answers to a path, or to <c>host/path</c>, in order; the last one stays.</summary>
    public LoopbackCouncil On(string path, params Reply[] replies)
    {
        _scripts[path] = new Queue<Reply>(replies);
        return this;
    }

    /// <summary>A handler that connects every host to this server.</summary>
    /// <param name="trusts">Whether the server's own certificate counts as issued by an authority.</param>
    public SocketsHttpHandler Handler(bool trusts = true)
    {
        var handler = Collector.Handler();
        handler.UseProxy = false;
        handler.ConnectCallback = async (_, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, new Uri(_app.Urls.First()).Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        };
        if (_certificate is not null && trusts)
        {
            handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                CustomTrustStore = { X509CertificateLoader.LoadCertificate(_certificate.RawData) },
            };
        }

        return handler;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate?.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var host = http.Request.Host.Host;
        var path = new Uri(http.Request.GetEncodedUrl()).PathAndQuery;
        var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        lock (_asked)
        {
            _asked.Add(new Asked(host, path, headers, _clock.GetUtcNow()));
        }

        try
        {
            await Script(host, path)(http);
        }
        catch (OperationCanceledException)
        {
            // The client hung up, which is what some tests are about.
        }
    }

    private Reply Script(string host, string path)
    {
        if (!_scripts.TryGetValue(host + path, out var script) && !_scripts.TryGetValue(path, out script))
        {
            return Replies.Status(404);
        }

        lock (script)
        {
            return script.Count > 1 ? script.Dequeue() : script.Peek();
        }
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=council.example", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("council.example");
        names.AddDnsName("files.example");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
