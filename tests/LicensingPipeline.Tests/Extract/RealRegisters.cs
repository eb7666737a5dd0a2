using System.Runtime.CompilerServices;
using LicensingPipeline.Extract;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

/// <summary>Real registers beside the checkout. They name people: tests count, and never print a cell.</summary>
internal static class RealRegisters
{
    public static SourceFile File(string folder, string pattern) => Files(folder, pattern)[0];

    public static IReadOnlyList<SourceFile> Files(string folder, string pattern)
    {
        var place = Path.Combine(Root(), "..", "shared", "registers", folder);
        Assert.SkipUnless(Directory.Exists(place), "The real registers are not beside this checkout.");
        return [.. Directory.GetFiles(place, pattern).Order(StringComparer.Ordinal).Select(f => new SourceFile(Path.GetFileName(f), () => System.IO.File.OpenRead(f)))];
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
