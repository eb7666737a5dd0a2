namespace LicensingPipeline.Catalogue;

/// <summary>What was found of one particular on the register as the public can have it without asking.</summary>
public enum Showing
{
    /// <summary>It is there; of the registers of exemptions and orders: the council says that it keeps one, or that none are in force.</summary>
    Shown,
    /// <summary>It is there for some entries or kinds only.</summary>
    ShownForSome,
    /// <summary>The council says that it holds it and does not put it online.</summary>
    Withheld,
    /// <summary>Somebody read the whole and it is not there.</summary>
    NotShown,
    /// <summary>Nobody whose word we have has looked, or could.</summary>
    NotSeen,
}

/// <summary>One thing found, and who saw it where and when.</summary>
/// <param name="Is">What was found.</param>
/// <param name="Evidence">Where; empty only where nothing was seen.</param>
/// <param name="Date">When.</param>
/// <param name="By">Who recorded it.</param>
public sealed record Finding(Showing Is, string Evidence, DateOnly Date, string By);

/// <summary>The field inventory of one authority, a file of <c>data/inventory/</c>: what its register shows of what the law wants.</summary>
/// <param name="Authority">GSS code.</param>
/// <param name="ShortName">The file's name without its ending.</param>
/// <param name="Findings">One for each particular, by key.</param>
public sealed record Inventory(string Authority, string ShortName, IReadOnlyDictionary<string, Finding> Findings)
{
    /// <summary>How many of some particulars were found so.</summary>
    public int Count(IReadOnlyList<Particular> particulars, Showing showing) => particulars.Count(p => Findings[p.Key].Is == showing);

    /// <summary>Reads every file of a folder; errors say file, line and key.</summary>
    /// <param name="folder">Such as <c>data/inventory</c>.</param>
    /// <param name="authorities">The authorities that exist, by GSS code.</param>
    public static (IReadOnlyList<Inventory> Inventories, IReadOnlyList<SourceError> Errors) ReadFolder(string folder, IReadOnlyDictionary<string, Authority> authorities)
    {
        var inventories = new List<Inventory>();
        var errors = new List<SourceError>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var (inventory, wrong) = InventoryReader.Read(Path.GetFileName(path), File.ReadAllText(path), authorities);
            errors.AddRange(wrong);
            if (inventory is not null)
            {
                inventories.Add(inventory);
            }
        }

        return ([.. inventories.OrderBy(i => i.Authority, StringComparer.Ordinal)], errors);
    }
}
