using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Tests.Vendors;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

/// <summary>Whatever is done to the bytes, a reader gives rows or says in a <see cref="SourceException"/> why not.</summary>
public sealed class ReaderFuzzTests
{
    private const int Mutations = 2000;

    /// <summary>Two seconds where nothing else runs; the machine may be shared.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);

    public static TheoryData<string, string> Samples => new()
    {
        { "csv", "commas" }, { "csv", "utf-16" }, { "xlsx", "packed" }, { "xlsx", "plain" }, { "xlsx", "sheet" }, { "xls", "97" }, { "xls", "95" }, { "xls", "records" },
        { "json", "array" }, { "json", "path" }, { "json", "lines" }, { "html", "headings" }, { "html", "selector" },
        { "json", "socrata" }, { "arcgis", "saved" }, { "metastreet-details", "page" }, { "metastreet-details", "zip" }, { "metastreet-details", "script" },
    };

    /// <summary>Where the test's compound file has its stream, which is then put back into a sound one.</summary>
    private const int RecordsStart = 512 * 4;

    private const string LiveRows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\" s=\"1\"><v>45415</v></c><c r=\"B3\" t=\"s\"><v>2</v></c><c r=\"C3\" t=\"b\"><v>1</v></c></row>";

    /// <summary>Damage inside a sound container gets further than damage to it.</summary>
    private static byte[] Wrapped(string format, string kind, byte[] bytes) => (format, kind) switch
    {
        ("xlsx", "sheet") => new XlsxWriter { Strings = "<si><t>Reference</t></si><si><t>Address</t></si><si><t>x</t></si>", Level = CompressionLevel.NoCompression }
            .Sheet("Live", Encoding.Latin1.GetString(bytes)).Bytes(),
        ("xls", "records") => XlsWriter.Compound("Workbook", bytes),
        _ => bytes,
    };

    private static (byte[] Bytes, ReadSpec Read) Sample(string format, string kind) => (format, kind) switch
    {
        ("csv", "commas") => (Encoding.UTF8.GetBytes("Reference,Address,Start\r\nA/1,\"1 Mill Lane, \"\"Elm\"\"\nLondon\",03/05/2024\r\n\r\nA/2,T\u0177 Gwyn,\r\n"), new(format)),
        ("csv", _) => ([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Reference\tAddress\nA/1\t\"1 Mill Lane\"\nA/2\t2 Mill Lane\n")], new(format)),
        ("xlsx", "packed") => (Workbook(CompressionLevel.Fastest), new(format)),
        ("xlsx", "sheet") => (Encoding.Latin1.GetBytes(LiveRows), new(format)),
        ("xlsx", _) => (Workbook(CompressionLevel.NoCompression), new(format)),
        ("xls", "records") => (OldWorkbook(excel95: false)[RecordsStart..], new(format)),
        ("xls", "97") => (OldWorkbook(excel95: false), new(format)),
        ("xls", _) => (OldWorkbook(excel95: true), new(format)),
        ("json", "array") => (Encoding.UTF8.GetBytes("""[{"ref":"A/1","details":{"rooms":"2","kinds":["a","b"]},"managers":[{"name":"Ada Quill"}]},{"ref":"A/2 \u00e9","n":-1.5e3,"x":null}]"""), new(format)),
        ("json", "socrata") => (SampleSocrata.Page(Few("socrata")), new(format)),
        ("arcgis", _) => (SampleArcGis.Saved(Few("arcgis")), new(format)),
        ("metastreet-details", "page") => (VendorSamples.Details.Pages(Few("details")).First().Page, new(format)),
        ("metastreet-details", "zip") => (VendorSamples.Details.Zip(Few("details")), new(format)),
        ("metastreet-details", _) => (VendorSamples.Details.Json(Few("details")), new(format) { Path = "register.licences" }),
        ("json", "path") => (Encoding.UTF8.GetBytes("""{"meta":{"n":[1,{"data":[]}]},"data":{"rows":[{"ref":"A/1"},null,{"ref":"A/2"}]},"after":true}"""), new(format) { Path = "data.rows" }),
        ("json", _) => (Encoding.UTF8.GetBytes("{\"ref\":\"A/1\",\"on\":true}\n{\"ref\":\"A/2\"}\n"), new(format)),
        ("html", "headings") => (Encoding.UTF8.GetBytes("<!doctype html><html><body><div><table><thead><tr><th>Reference<th>Address</thead><tr><td rowspan=2>A/1<td><b>1 Mill</b> Lane<br>London<tr><td colspan=3>A&amp;2</table></div><!-- x --></body></html>"), new(format)),
        _ => (Encoding.UTF8.GetBytes("<table id=a><tr><td><a><b><table id=b><tr><td>x</b></a></table><select><option>y<template><td>z</template></table>"), new(format) { Table = "#a" }),
    };

    /// <summary>The first two entries of a vendor's sample, so that most damage strikes what matters.</summary>
    private static SampleCopy Few(string stream)
    {
        var copy = VendorSamples.Of(stream).Copy;
        return copy with { Rows = [.. copy.Rows.Take(2)] };
    }

    [Theory, MemberData(nameof(Samples))]
    public void Damaged_bytes_give_rows_or_a_sentence(string format, string kind)
    {
        var (sample, read) = Sample(format, kind);
        Walk(read, Wrapped(format, kind, sample)).ShouldBeGreaterThan(0);
        var random = new Random(20_240_503);
        int held = 0, wellRead = 0;
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Mutations; i++)
        {
            var damaged = Wrapped(format, kind, Damaged(sample, random));
            try
            {
                Walk(read, damaged);
                wellRead++;
            }
            catch (SourceException failure)
            {
                failure.Message.ShouldEndWith(".");
                held++;
            }
            catch (Exception escaped)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Mutation {i} of {format} {kind} escaped as {escaped.GetType().Name}."), escaped);
            }
        }

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(MostTime);
        (held + wellRead).ShouldBe(Mutations);
        // Where nothing were ever damaged the test would prove nothing; comma text has no wrong form but a quote left open.
        (format == "html" ? wellRead : held).ShouldBeGreaterThan(0);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{format} {kind}: {held} refused, {wellRead} read."));
    }

    /// <summary>Walks all rows; their number.</summary>
    private static int Walk(ReadSpec read, byte[] bytes) => Reading.Rows(read, [Reading.File(bytes)], ["Reference", "Address"]).Count;

    internal static byte[] Damaged(byte[] sample, Random random)
    {
        List<byte> bytes = [.. sample];
        for (var times = random.Next(1, 9); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(256))]);
                    break;
                case 4 when times == 1:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 6:
                    bytes[at] = 0;
                    break;
                default:
                    // The bytes that count in sizes and positions.
                    bytes[at] = (byte)(random.Next(2) * 0xFF);
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Workbook(CompressionLevel level) => new XlsxWriter
    {
        Level = level,
        Strings = "<si><t>Reference</t></si><si><t>Address</t></si><si><r><t>1 Mill </t></r><r><t>Lane</t></r></si>",
        Formats = "<numFmt numFmtId=\"200\" formatCode=\"dd/mm/yyyy\"/>",
        CellFormats = "<xf numFmtId=\"0\"/><xf numFmtId=\"200\"/>",
    }
        .Sheet("Notes", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>About</t></is></c></row>")
        .Sheet("Live", LiveRows)
        .Bytes();

    private static byte[] OldWorkbook(bool excel95)
    {
        var book = new XlsWriter(excel95)
            .Global(XlsWriter.Record(0x0E0, [.. XlsWriter.Two(0), .. XlsWriter.Two(14), .. new byte[16]]))
            .Global(XlsWriter.Record(0x41E, [.. XlsWriter.Two(164), .. excel95 ? XlsWriter.Narrow("dd/mm", true) : XlsWriter.Unicode("dd/mm")]));
        if (!excel95)
        {
            book.Global(XlsWriter.Strings("Reference", "Address", "1 Mill Lane"));
        }

        byte[] Label(int row, int column, string text) => XlsWriter.Cell(0x204, row, column, 0, excel95 ? XlsWriter.Narrow(text) : XlsWriter.Unicode(text));
        return book
            .Sheet("Notes", Label(1, 1, "About"))
            .Sheet("Live", Label(1, 1, "Reference"), Label(1, 2, "Address"), XlsWriter.Number(3, 1, 45415), Label(3, 2, "1 Mill Lane"),
                excel95 ? Label(4, 1, "A") : XlsWriter.Shared(4, 1, 2), XlsWriter.Cell(0x205, 4, 2, 0, 0x2A, 1),
                XlsWriter.Cell(0x27E, 5, 1, 0, 9, 9, 9, 9), XlsWriter.Cell(6, 5, 2, 0, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. new byte[8]]), XlsWriter.Record(0x207, excel95 ? XlsWriter.Narrow("x") : XlsWriter.Unicode("x")))
            .Bytes(atLeast: 0);
    }
}
