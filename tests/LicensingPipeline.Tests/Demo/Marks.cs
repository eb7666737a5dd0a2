using System.IO.Compression;
using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using Microsoft.Data.Sqlite;

namespace LicensingPipeline.Tests.Demo;

/// <summary>Looks for the mark of invented data in a file as somebody would meet it who opens the file.</summary>
internal static class Marks
{
    public static bool StandsIn(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return bytes switch
        {
            [0x50, 0x4B, ..] => InWorkbook("xlsx", bytes) && InEverySheet(bytes),
            [0xD0, 0xCF, ..] => InWorkbook("xls", bytes),
            _ when bytes.AsSpan().StartsWith("SQLite format 3"u8) => InDatabase(path),
            [0xFF, 0xFE, ..] => Holds(Encoding.Unicode.GetString(bytes)),
            _ => Holds(Encoding.Latin1.GetString(bytes)),
        };
    }

    private static bool InWorkbook(string format, byte[] bytes)
    {
        var sheets = Formats.Reader(format).Open([new SourceFile("workbook", () => new MemoryStream(bytes))], new ReadSpec(format), []);
        return sheets.SelectMany(s => s.Rows).SelectMany(r => r.Cells).Any(Holds);
    }

    /// <summary>Hidden sheets too.</summary>
    private static bool InEverySheet(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).All(e =>
        {
            using var text = new StreamReader(e.Open());
            return Holds(text.ReadToEnd());
        });
    }

    private static bool InDatabase(string path)
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "select value from meta where key='mark'";
        return command.ExecuteScalar() is string mark && Holds(mark);
    }

    private static bool Holds(string text) => text.Contains(Demonstration.Mark, StringComparison.Ordinal);
}
