using LicensingPipeline.Extract;

namespace LicensingPipeline.Record;

/// <summary>Whether a register says in words that it holds no entry.</summary>
internal static class EmptyRegister
{
    private const int BytesSearched = 1024 * 1024;

    public static bool Declares(IReadOnlyList<SourceFile> files, string marker) => files.Count > 0 && files.All(f => Holds(f, marker));

    private static bool Holds(SourceFile file, string marker)
    {
        using var bytes = file.Open();
        var encoding = TextEncodings.Detect(bytes) ?? System.Text.Encoding.UTF8;
        using var text = new StreamReader(bytes, encoding);
        var buffer = new char[BytesSearched];
        return buffer.AsSpan(0, text.ReadBlock(buffer)).Contains(marker, StringComparison.OrdinalIgnoreCase);
    }
}
