using System.Security.Cryptography;
using System.Text;

namespace LicensingPipeline.Catalogue;

/// <summary>The national lists that a person fetched with <c>reference update</c>: which postcodes exist, where they and the homes lie. None is needed.</summary>
/// <param name="Postcodes">The postcodes, or null.</param>
/// <param name="Uprns">The places of homes by UPRN, or null.</param>
public sealed record PlaceTables(PostcodeTable? Postcodes, UprnTable? Uprns)
{
    /// <summary>File names below the folder <see cref="FolderName"/> of the data folder.</summary>
    public const string FolderName = "reference", PostcodesName = "postcodes.idx", UprnsName = "uprns.idx";

    /// <summary>No lists.</summary>
    public static PlaceTables None { get; } = new(null, null);

    /// <summary>
    /// What tells a record read with these lists from one read without: empty where there are none. It stands beside the code
    /// version, so that a new edition of a list makes every copy be read again, and the change is told as ours.
    /// </summary>
    public string Mark { get; } = Postcodes is null && Uprns is null ? ""
        : "+" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Postcodes?.Fingerprint} {Uprns?.Fingerprint}")))[..8];

    /// <summary>Names of the lists that are not there and that a stream with these fields would have used, for the checks that were not made.</summary>
    public IEnumerable<string> Missing(IReadOnlySet<Field> mapped)
    {
        if (Postcodes is null && (mapped.Contains(Field.Postcode) || mapped.Contains(Field.PropertyAddress)))
        {
            yield return PostcodesName;
        }

        if (Uprns is null && mapped.Contains(Field.Uprn) && !mapped.Contains(Field.Latitude))
        {
            yield return UprnsName;
        }
    }

    /// <summary>Opens what is there.</summary>
    /// <param name="dataFolder">The data folder; null gives none.</param>
    public static PlaceTables Open(string? dataFolder) => dataFolder is null ? None : new PlaceTables(
        PostcodeTable.OpenIfThere(Path.Combine(dataFolder, FolderName, PostcodesName)),
        UprnTable.OpenIfThere(Path.Combine(dataFolder, FolderName, UprnsName)));
}
