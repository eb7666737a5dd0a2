using System.Text;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Record;

/// <summary>
/// The registers of temporary exemptions and of management orders are often empty, and say so in a sentence: on a page, in a workbook, in
/// a PDF, in a text. The sentence is believed wherever it stands, and only where no row contradicts it.
/// </summary>
public sealed class EmptyRegisterTests
{
    private const string None = "No orders are in force";
    private static readonly string[] Headings = ["Licence No", "Property Address", "Holder", "Start", "End", "Persons"];
    private static readonly object[] Entry = ["EX/1", "1 Pretend Road, Nowhere, QX1 1AA", "Bexo Fictionby", "01/02/2025", "31/01/2030", 5];

    private static async Task<StreamReport> OneAsync(string format, string register, byte[] bytes)
    {
        using var nights = new Nights().Source(
            ("register", register), ("read", $"{{ format: {format} }}"), ("manual", "{ folder: example, files: 'register.*', as-at: 2026-09-01 }"), ("empty", $"\"{None}\""), ("guards", "{ min-rows: 0 }"));
        Directory.CreateDirectory(Path.Combine(nights.Inbox, "example"));
        await File.WriteAllBytesAsync(Path.Combine(nights.Inbox, "example", $"register.{format}"), bytes, TestContext.Current.CancellationToken);
        return await nights.OneAsync();
    }

    private static byte[] Workbook(string[] titles, params object[][] rows) => SampleXlsx.Write(Copy(rows), "Register", titles);

    private static SampleCopy Copy(object[][] rows) => new(Headings, rows, rows.Length, new ExpectedStream { Authority = Nights.Gss, Stream = "hmo", State = "Ok" });

    private static byte[] Pdf(params string[] lines)
    {
        using var pdf = new SamplePdfFile(595, 842);
        foreach (var (i, line) in lines.Index())
        {
            pdf.Text(60, 80 + (14 * i), 11, line);
        }

        pdf.EndPage();
        return pdf.Bytes();
    }

    private static byte[] Page(string body) => Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>Register</title></head><body><h1>Register</h1>{body}</body></html>");

    [Theory]
    [InlineData("exemptions")]
    [InlineData("management-orders")]
    public async Task The_sentence_is_believed_on_a_page(string register)
    {
        (await OneAsync("html", register, Page($"<p>{None}.</p>"))).State.ShouldBe("EmptyDeclared");
        (await OneAsync("html", register, Page("<p><b>No</b> orders\n are&nbsp;in force</p>"))).State.ShouldBe("EmptyDeclared");
        (await OneAsync("html", register, Page($"<!-- {None} --><script>var x = '{None}';</script><p>Orders</p>"))).State.ShouldBe("HeldDrift");
    }

    [Theory]
    [InlineData("exemptions")]
    [InlineData("management-orders")]
    public async Task The_sentence_is_believed_in_a_workbook(string register)
    {
        (await OneAsync("xlsx", register, Workbook([], [None, "", "", "", "", ""]))).State.ShouldBe("EmptyDeclared");
        (await OneAsync("xlsx", register, Workbook([$"Register: {None.ToUpperInvariant()}."]))).State.ShouldBe("EmptyDeclared");
        (await OneAsync("xlsx", register, Workbook(["Register"], Entry))).State.ShouldBe("Ok");
        (await OneAsync("xlsx", register, Workbook([None], Entry))).State.ShouldBe("HeldDrift");
    }

    [Theory]
    [InlineData("exemptions")]
    [InlineData("management-orders")]
    public async Task The_sentence_is_believed_in_a_pdf(string register)
    {
        (await OneAsync("pdf", register, Pdf("Register of orders", "No orders are", "in force at 1 September 2026."))).State.ShouldBe("EmptyDeclared");
        (await OneAsync("pdf", register, Pdf("Register of orders", "Write to us."))).State.ShouldBe("HeldDrift");
    }

    [Theory]
    [InlineData("exemptions")]
    [InlineData("management-orders")]
    public async Task The_sentence_is_believed_in_a_text(string register)
    {
        (await OneAsync("csv", register, Encoding.UTF8.GetBytes($"{None}.\n"))).State.ShouldBe("EmptyDeclared");
        (await OneAsync("csv", register, Encoding.UTF8.GetBytes($"{string.Join(',', Headings)}\n\"No orders\nare in  force\",,,,,\n"))).State.ShouldBe("EmptyDeclared");
        (await OneAsync("csv", register, Encoding.UTF8.GetBytes("Orders are in force.\n"))).State.ShouldBe("HeldDrift");
    }

    [Fact]
    public async Task A_file_of_another_kind_declares_nothing() =>
        (await OneAsync("xlsx", "exemptions", Page($"<p>{None}.</p>"))).State.ShouldBe("HeldDrift");
}
