using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LicensingPipeline.Cli.Demo;

/// <summary>
/// A certificate for all played websites, made anew for each demonstration and trusted by nobody but its own handler. The handler
/// checks it as a real run checks a council's: chain, name and time; only the root is the demonstration's own.
/// </summary>
internal sealed class DemoCertificate : IDisposable
{
    private readonly X509Certificate2 _root;

    public DemoCertificate(IEnumerable<string> hosts, DateTimeOffset at)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("CN=Demonstration root", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        _root = rootRequest.CreateSelfSigned(at.AddDays(-30), at.AddDays(30));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Demonstration", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        using var leaf = request.Create(_root, at.AddDays(-20), at.AddDays(20), [1]);
        Server = leaf.CopyWithPrivateKey(key);
        At = at;
    }

    /// <summary>What the server shows, with its key.</summary>
    public X509Certificate2 Server { get; }

    private DateTimeOffset At { get; }

    /// <summary>How the handler checks it.</summary>
    public SslClientAuthenticationOptions Client()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, VerificationTime = At.UtcDateTime };
        policy.CustomTrustStore.Add(_root);
        return new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
    }

    public void Dispose()
    {
        _root.Dispose();
        Server.Dispose();
    }
}
