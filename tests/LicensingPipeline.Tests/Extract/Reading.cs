using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using Shouldly;

namespace LicensingPipeline.Tests.Extract;

/// <summary>Bytes in, text out: a row is its number, a colon and its cells between bars; a line break in a cell is a slash.</summary>
internal static class Reading
{
    public static SourceFile File(byte[] bytes, string name = "register.bin") => new(name, () => new MemoryStream(bytes, writable: false));

    public static SourceFile File(string text, string name = "register.bin") => File(Encoding.UTF8.GetBytes(text), name);

    public static IReadOnlyList<IReadOnlySet<string>> Layouts(params string[][] layouts) =>
        [.. layouts.Select(l => l.Select(Headings.Normal).ToHashSet(StringComparer.Ordinal))];

    public static List<Row> Rows(ReadSpec read, IReadOnlyList<SourceFile> files, params string[][] layouts)
    {
        var rows = new List<Row>();
        foreach (var sheet in Guarded.Walk(read.Format, () => Formats.Reader(read.Format).Open(files, read, Layouts(layouts))))
        {
            rows.AddRange(Guarded.Walk(read.Format, () => sheet.Rows));
        }

        return rows;
    }

    public static string[] Text(ReadSpec read, IReadOnlyList<SourceFile> files, params string[][] layouts) =>
        [.. Rows(read, files, layouts).Select(r =>
            $"{(r.Part is null ? "" : r.Part + " ")}{r.Number}: {string.Join('|', r.Cells)}".Replace('\n', '/').TrimEnd())];

    public static string[] Text(string format, byte[] bytes, params string[][] layouts) =>
        Text(new ReadSpec(format), [File(bytes)], layouts);

    public static SourceException Failure(ReadSpec read, IReadOnlyList<SourceFile> files, params string[][] layouts)
    {
        var thrown = Should.Throw<SourceException>(() => Rows(read, files, layouts));
        thrown.Message.ShouldEndWith(".");
        return thrown;
    }

    public static SourceException Failure(string format, byte[] bytes, params string[][] layouts) =>
        Failure(new ReadSpec(format), [File(bytes)], layouts);
}
