using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Cli;

/// <summary>Names of authorities, for people; programs get GSS codes.</summary>
internal sealed class Names
{
    private Names(ReferenceTables reference) => Reference = reference;

    /// <summary>The tables the names come from.</summary>
    public ReferenceTables Reference { get; }

    /// <summary>Reads the names we ship and those a folder of sources brings.</summary>
    public static Names Read(DirectoryInfo sources) => new(ReferenceTables.Read(Folders.Reference(), sources.Exists ? sources.FullName : null));

    /// <summary>The name of a GSS code, or the code itself.</summary>
    public string Of(string gss) => Reference.Authorities.TryGetValue(gss, out var authority) ? authority.Name : gss;

    /// <summary>The GSS code of what a person wrote: a code, a short name or a name. Null stays null.</summary>
    /// <exception cref="UsageException">There is no such authority.</exception>
    public string? Gss(string? written) => written is null ? null
        : Reference.Authorities.Values.FirstOrDefault(a => Is(a.Gss, written) || Is(a.ShortName, written) || Is(a.Name, written))?.Gss
            ?? throw new UsageException($"'{written}' is no authority we know. Give its GSS code or its short name; ./licensing sources list prints them.");

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
