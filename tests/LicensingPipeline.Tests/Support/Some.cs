using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Tests.Support;

/// <summary>Invented values where a test does not care.</summary>
internal static class Some
{
    public static StreamSpec Stream(string format) => new()
    {
        Name = "hmo",
        Register = "licences",
        Read = new ReadSpec(format),
        Layouts = [],
        Covers = new Covers(["mandatory-hmo"], "whole-borough", "https://council.example/hmo"),
        StartMeans = "unknown",
        Cadence = "monthly",
        Terms = new Terms("none-stated", "unstated", "https://council.example/hmo"),
        Guards = new Guards(1, new Dictionary<Field, Limit>()),
        Examples = [],
        Fingerprint = new string('0', 64),
    };
}
