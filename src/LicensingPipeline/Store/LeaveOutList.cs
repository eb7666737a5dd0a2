using System.Security.Cryptography;
using System.Text;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Store;

/// <summary>
/// The homes that residents asked to have left out of public files. It lies in the data folder, for its owner only, and goes with
/// the folder through every run, replay and backup. It holds keyed hashes and no address; the key lies beside it.
/// </summary>
public sealed class LeaveOutList
{
    private readonly byte[] _secret;
    private readonly HashSet<string> _hashes;
    private readonly AddressReader _reader = new();

    internal LeaveOutList(byte[] secret, IReadOnlyList<LeftOutHome> homes)
    {
        (_secret, Homes) = (secret, homes);
        _hashes = [.. homes.SelectMany(h => h.Hashes)];
    }

    /// <summary>A list with nobody on it.</summary>
    public static LeaveOutList None { get; } = new([], []);

    /// <summary>The homes.</summary>
    public IReadOnlyList<LeftOutHome> Homes { get; }

    /// <summary>Whether nobody is on it.</summary>
    public bool IsEmpty => Homes.Count == 0;

    /// <summary>How many, in words that tell nothing where they are few.</summary>
    public string HowMany => Homes.Count < 10 ? "fewer than 10 homes" : FormattableString.Invariant($"{Homes.Count} homes");

    /// <summary>Changes whenever the list does; empty where nobody is on it.</summary>
    public string Mark => IsEmpty ? "" : Keyed(string.Join(',', _hashes.Order(StringComparer.Ordinal)));

    internal byte[] Secret => _secret;

    /// <summary>Whether an entry is of a home on the list.</summary>
    public bool Covers(string? address, string? postcode, string? uprn, string? licenceId) =>
        !IsEmpty && HomeKeys.Of(address, postcode, uprn, licenceId, _reader).Any(k => _hashes.Contains(Keyed(k)));

    /// <summary>The list with one home more, known by all these keys.</summary>
    /// <param name="keys">Of <see cref="HomeKeys"/>.</param>
    /// <param name="date">When it was asked.</param>
    /// <param name="reason">One of <see cref="LeftOutHome.Reasons"/>.</param>
    /// <param name="random">Gives so many random bytes, for the secret of a new list.</param>
    public LeaveOutList With(IEnumerable<string> keys, DateOnly date, string reason, Func<int, byte[]> random)
    {
        var secret = _secret.Length > 0 ? _secret : random(LeaveOutFile.SecretBytes);
        var hashes = keys.Select(k => Keyed(secret, k)).ToHashSet(StringComparer.Ordinal);
        // Asked twice it stands once; a neighbour who shares one key, such as a UPRN of the whole house, stays.
        return new LeaveOutList(secret, [.. Homes.Where(h => !h.Hashes.All(hashes.Contains)), new LeftOutHome(date, reason, [.. hashes.Order(StringComparer.Ordinal)])]);
    }

    /// <summary>The list without the homes known by any of these keys.</summary>
    public LeaveOutList Without(IEnumerable<string> keys)
    {
        var hashes = keys.Select(Keyed).ToHashSet(StringComparer.Ordinal);
        return new LeaveOutList(_secret, [.. Homes.Where(h => !h.Hashes.Any(hashes.Contains))]);
    }

    internal static string Keyed(byte[] secret, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)));

    private string Keyed(string text) => Keyed(_secret, text);
}
