using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Record;
using Microsoft.Data.Sqlite;

namespace LicensingPipeline.Store;

/// <summary>What decides what stands in public files beside rule 9: the policy, and the residents who asked to be left out.</summary>
/// <param name="Policy">What people decided.</param>
/// <param name="LeftOut">The homes left out.</param>
public sealed partial record PublicRules(Policy Policy, LeaveOutList LeftOut)
{
    private const string LedgerKey = "public_rules";

    /// <summary>The defaults, and nobody left out.</summary>
    public static PublicRules Usual { get; } = new(Policy.Defaults, LeaveOutList.None);

    /// <summary>
    /// Changes whenever a public file must be printed again; empty where all is usual. It is kept with the ledger and stands in no public
    /// file, which would else tell that somebody asked to be left out.
    /// </summary>
    public string Mark => $"{(Policy.ShowsExpired ? "" : "expired hidden ")}{(Policy.ShowsIssuePlaces ? "places shown " : "")}{LeftOut.Mark}";

    /// <summary>Whether the public file was printed by these rules.</summary>
    public bool HoldFor(Ledger ledger) => (ledger.Meta(LedgerKey) ?? "") == Mark;

    /// <summary>Remembers that the public file was printed by these rules.</summary>
    public void Remember(Ledger ledger)
    {
        if (!HoldFor(ledger))
        {
            ledger.SetMeta(LedgerKey, Mark);
        }
    }

    /// <summary>The rules of a data folder.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="governance">Folder of policy.yaml, or null.</param>
    /// <param name="listed">Whether the ledger knows of a list of homes left out, so that one mislaid is noticed.</param>
    /// <exception cref="RefusedException">The policy, or the list of homes, cannot be read.</exception>
    public static PublicRules Read(string dataFolder, string? governance, bool listed) => new(Policy.ReadFolder(governance), LeaveOutFile.Read(dataFolder, listed));

    /// <summary>Makes the rules known to a database as functions of SQL.</summary>
    internal void Teach(SqliteConnection database)
    {
        database.CreateFunction("left_out", (string? address, string? postcode, string? uprn, string? id) => LeftOut.Covers(address, postcode, uprn, id), isDeterministic: true);
        database.CreateFunction("row_only", (string? place) => place is null || RowPattern().Match(place) is not { Success: true } row ? null : row.Value, isDeterministic: true);
    }

    /// <summary>Numbers only: the name of a sheet or a file, or a heading, is a text of the publisher's and may name somebody.</summary>
    [GeneratedRegex(@"(row \d+|page \d+, line \d+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowPattern();
}
