using System.Reflection;
using System.Text;

namespace LicensingPipeline.Cli.Bench;

/// <summary>One invented name with what a person says it is the name of, and the origin it was invented for.</summary>
internal sealed record LabelledName(string Name, string Kind, string Group);

/// <summary>The invented names that the tests and the bench are judged on; they travel inside the program.</summary>
internal static class LabelledNames
{
    /// <summary>All of them, in the order of the file.</summary>
    public static List<LabelledName> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("names-400.csv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Parse)];
    }

    /// <summary>Kind and group hold no comma; what stands before them is the name.</summary>
    private static LabelledName Parse(string line)
    {
        var cells = line.TrimEnd('\r').Split(',');
        return new LabelledName(string.Join(',', cells[..^2]).Trim('"'), cells[^2], cells[^1]);
    }
}
