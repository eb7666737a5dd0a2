using Dapper;
using LicensingPipeline.Normalise;
using LicensingPipeline.Record;

namespace LicensingPipeline.Store;

/// <summary>Puts a home on the list of those left out, or takes it off, and prints the public file again at once.</summary>
/// <param name="dataFolder">The data folder; nobody else works in it meanwhile.</param>
/// <param name="governance">Folder of policy.yaml.</param>
/// <param name="ledger">The ledger, or null where nothing has run yet.</param>
public sealed class LeaveOutDesk(string dataFolder, string? governance, Ledger? ledger)
{
    private readonly PublicRules _rules = PublicRules.Read(dataFolder, governance, ledger?.Meta(LeaveOutFile.LedgerKey) is not null);

    /// <summary>Leaves a home out; returns how many entries of the copies we hold are of it. It is left out whether or not there are any.</summary>
    /// <param name="text">Its address, best with its postcode, or the id of a licence.</param>
    /// <param name="date">When it was asked.</param>
    /// <param name="reason">One of <see cref="LeftOutHome.Reasons"/>.</param>
    /// <param name="random">Gives so many random bytes.</param>
    /// <exception cref="RefusedException">The text says of no home which it is.</exception>
    public int LeaveOut(string text, DateOnly date, string reason, Func<int, byte[]> random)
    {
        var asked = Asked(text);
        var (keys, entries) = Known(asked);
        Keep(_rules.LeftOut.With(keys, date, reason, random));
        return entries;
    }

    /// <summary>Takes a home off the list; false where it was not on it.</summary>
    /// <param name="text">Its address, or the id of a licence.</param>
    public bool PutBack(string text)
    {
        var less = _rules.LeftOut.Without(Asked(text));
        if (less.Homes.Count == _rules.LeftOut.Homes.Count)
        {
            return false;
        }

        Keep(less);
        return true;
    }

    private void Keep(LeaveOutList list)
    {
        LeaveOutFile.Write(dataFolder, list, ledger?.IsInvented == true);
        ledger?.SetMeta(LeaveOutFile.LedgerKey, "yes");
        if (ledger is not null && File.Exists(Path.Combine(dataFolder, "registers.db")))
        {
            var rules = _rules with { LeftOut = list };
            PublicDatabase.Rewrite(dataFolder, rules);
            rules.Remember(ledger);
        }
    }

    /// <summary>The keys of the home that the text names.</summary>
    private static HashSet<string> Asked(string text)
    {
        var id = text.Length == 16 && text.All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : null;
        var asked = HomeKeys.Of(id is null ? text : null, null, null, id, new AddressReader()).ToHashSet(StringComparer.Ordinal);
        return asked.Count > 0 ? asked : throw new RefusedException($"'{text}' says of no home which it is. Give the address with its postcode, or the id of a licence.");
    }

    /// <summary>These keys and all by which the entries that they fit are known besides.</summary>
    private (HashSet<string> Keys, int Entries) Known(HashSet<string> asked)
    {
        var (all, entries, reader) = (new HashSet<string>(asked, StringComparer.Ordinal), 0, new AddressReader());
        using var registers = Registers.OpenIfThere(dataFolder);
        foreach (var table in registers is null ? [] : new[] { "licence", "former_licence" })
        {
            foreach (var (address, postcode, uprn, licence) in registers!.Connection.Query<(string?, string?, string?, string?)>($"select property_address, postcode, uprn, licence_id from {table}", buffered: false))
            {
                var keys = HomeKeys.Of(address, postcode, uprn, licence, reader).ToList();
                if (keys.Any(asked.Contains))
                {
                    entries++;
                    all.UnionWith(keys);
                }
            }
        }

        return (all, entries);
    }
}
