using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Tests.Support;

/// <summary>Invented lists of postcodes: outward codes of QA and QB exist nowhere.</summary>
internal static class Places
{
    public const string Home = "E09000001", Elsewhere = "E09000002";

    /// <summary>A table of postcodes: <c>!</c> before one that is withdrawn, <c>@</c> before one in the other borough.</summary>
    public static PostcodeTable Table(params string[] postcodes)
    {
        var writer = new PostcodeTableWriter();
        foreach (var postcode in postcodes)
        {
            var bare = postcode.TrimStart('!', '@');
            writer.Add(bare, !postcode.Contains('!', StringComparison.Ordinal), postcode.Contains('@', StringComparison.Ordinal) ? Elsewhere : Home, "E05999999", 51.5, -0.1);
        }

        return PostcodeTable.Of(writer.ToBytes("invented", new Dictionary<string, string>(StringComparer.Ordinal) { ["E05999999"] = "Nosuch Ward" }));
    }
}
