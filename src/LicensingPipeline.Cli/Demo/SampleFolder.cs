using System.Globalization;

namespace LicensingPipeline.Cli.Demo;

/// <summary>Where the samples lie: the invented councils' websites on each night, the source files that read them, and the answer key.</summary>
internal sealed record SampleFolder(string Root)
{
    public const string ManifestName = "manifest.json";
    /// <summary>The page at the root of a website.</summary>
    public const string LandingName = "index.html";
    /// <summary>A website with this page answers everything with it and 403.</summary>
    public const string ChallengeName = "challenge.html";

    public string Sources => Path.Combine(Root, "sources");

    public string Reference => Path.Combine(Root, "reference");

    /// <summary>The folder of a night's websites, by its 0-based number.</summary>
    public static string Night(int number) => string.Create(CultureInfo.InvariantCulture, $"night-{number + 1}");

    public SampleManifest Manifest() => SampleManifest.Read(File.ReadAllText(Path.Combine(Root, ManifestName)));

    /// <summary>The samples of this checkout.</summary>
    /// <exception cref="DirectoryNotFoundException">The program stands alone, without the project around it.</exception>
    public static SampleFolder Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "data", "samples");
            if (File.Exists(Path.Combine(samples, ManifestName)))
            {
                return new SampleFolder(samples);
            }
        }

        throw new DirectoryNotFoundException("The samples are not there (data/samples of the project). Run the demonstration from a checkout of the project.");
    }
}
