using System.IO.Compression;
using System.Xml;

namespace LicensingPipeline.Extract;

/// <summary>
/// The zip around an XLSX workbook. It is measured before anything is unpacked, and no part may unpack to more than
/// the zip says, so that the sizes checked are the sizes met.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    /// <summary>Parts in one package; real registers have a dozen.</summary>
    public const int MostParts = 10_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private XlsxPackage(ZipArchive zip)
    {
        _zip = zip;
        ZipLimits.Check(zip, "the workbook", "part", MostParts);
        foreach (var entry in zip.Entries)
        {
            // Two parts of one name are read by no two programs alike.
            if (!_parts.TryAdd(Normal(entry.FullName), entry))
            {
                throw SourceException.Drift("The workbook holds two parts of one name, so it is damaged. Ask the publisher to save it anew.");
            }
        }
    }

    /// <summary>Opens and measures a package.</summary>
    public static XlsxPackage Open(SourceFile file)
    {
        var bytes = file.Open();
        try
        {
            return new XlsxPackage(new ZipArchive(bytes, ZipArchiveMode.Read));
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>A part's name as the package's own links write it.</summary>
    public static string Normal(string name) => name.Replace('\\', '/').TrimStart('/');

    /// <summary>Opens a part that must be there.</summary>
    public XmlReader Part(string name) => Find(name)
        ?? throw SourceException.Drift("The workbook names a part that is missing from it, so it is cut off or damaged. Fetch it again, or ask the publisher to save it anew.");

    /// <summary>Opens a part, or gives null where there is none.</summary>
    public XmlReader? Find(string name) => _parts.TryGetValue(Normal(name), out var entry)
        ? XmlReader.Create(new AtMost(entry.Open(), entry.Length), Settings)
        : null;

    /// <summary>The parts that a part links to: link name, kind (the last word of its type) and the part's name.</summary>
    public IReadOnlyList<(string Id, string Kind, string Part)> Links(string name)
    {
        var slash = name.LastIndexOf('/') + 1;
        var links = new List<(string, string, string)>();
        using var xml = Find($"{name[..slash]}_rels/{name[slash..]}.rels");
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship"
                && xml.GetAttribute("Target") is { } target && xml.GetAttribute("TargetMode") != "External")
            {
                var kind = xml.GetAttribute("Type") ?? "";
                links.Add((xml.GetAttribute("Id") ?? "", kind[(kind.LastIndexOf('/') + 1)..], Resolve(name, target)));
            }
        }

        return links;
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private static string Resolve(string from, string target)
    {
        var whole = new Uri(new Uri("zip://package/" + from), target.Replace('\\', '/'));
        return Normal(Uri.UnescapeDataString(whole.AbsolutePath));
    }
}
