using System.Globalization;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Cli.Demo;

/// <summary>Where samples lie: the played websites on each night, the source files that read them, and the answer key.</summary>
/// <param name="Root">Their folder.</param>
/// <param name="Councils">The source files that are played; null where all of them are invented and lie below the root.</param>
/// <param name="Reference">The reference tables.</param>
internal sealed record SampleFolder(string Root, string? Councils, string Reference)
{
    public const string ManifestName = "manifest.json";
    public const string ScriptName = "script.yaml";
    public const string SourcesName = "sources";
    /// <summary>The folder of a night whose files are handed in.</summary>
    public const string InboxName = "inbox";
    /// <summary>A website with this page answers everything with it and 403.</summary>
    public const string ChallengeName = "challenge.html";
    /// <summary>A website with this file breaks every connection off.</summary>
    public const string SilentName = "silent.txt";
    private const string PageName = "index";

    /// <summary>Sources that are invented, and tables that know where invented postcodes lie.</summary>
    public string Sources => Path.Combine(Root, SourcesName);

    /// <summary>The folder of a night's websites, by its 0-based number.</summary>
    public static string Night(int number) => string.Create(CultureInfo.InvariantCulture, $"night-{number + 1}");

    /// <summary>Where the answer to an address lies: the host's folder, then the path; a page without an ending is a folder of its own.</summary>
    public static string PathOf(Uri address) => PathOf(address.Host, Uri.UnescapeDataString(address.AbsolutePath), Uri.UnescapeDataString(address.Query));

    /// <summary>The same for a host, a path and a query that are no longer escaped.</summary>
    public static string PathOf(string host, string path, string query)
    {
        var name = path.TrimStart('/');
        var last = name[(name.LastIndexOf('/') + 1)..];
        var file = last.Contains('.', StringComparison.Ordinal) ? name : $"{name.TrimEnd('/')}/{PageName}".TrimStart('/');
        return query.Length > 1 ? $"{host}/{file}@{Uri.EscapeDataString(query[1..])}" : $"{host}/{file}";
    }

    public SampleManifest Manifest() => SampleManifest.Read(File.ReadAllText(Path.Combine(Root, ManifestName)));

    /// <summary>Writes the source files that are played, with the tables they need, into a folder of their own.</summary>
    public void CopySources(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in new[] { Councils, Sources }.OfType<string>().Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f)).Where(f => Path.GetExtension(f) is ".yaml" or ".csv"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }
    }

    /// <summary>Writes the invented replies of councils, where there are any.</summary>
    public void CopyReplies(string folder)
    {
        var from = Path.Combine(Root, ReplyFile.FolderName);
        foreach (var file in Directory.Exists(from) ? Directory.EnumerateFiles(from, "*.yaml") : [])
        {
            PrivateFiles.MakeFolder(folder);
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }
    }

    /// <summary>The samples of London's 33 authorities, which the demonstration plays.</summary>
    /// <exception cref="DirectoryNotFoundException">The program stands alone, without the project around it.</exception>
    public static SampleFolder Find() => new(Path.Combine(Checkout(), "data", "samples", "london"), Path.Combine(Checkout(), SourcesName), Path.Combine(Checkout(), "data", "reference"));

    /// <summary>The samples of invented authorities, each of another shape, over which readers and gate are tested.</summary>
    /// <exception cref="DirectoryNotFoundException">The program stands alone, without the project around it.</exception>
    public static SampleFolder Shapes()
    {
        var root = Path.Combine(Checkout(), "data", "samples", "shapes");
        return new SampleFolder(root, null, Path.Combine(root, "reference"));
    }

    private static string Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "data", "samples")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The samples are not there (data/samples of the project). Run the demonstration from a checkout of the project.");
    }
}
