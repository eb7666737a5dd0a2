using System.Diagnostics;
using LicensingPipeline.Extract;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

/// <summary>What becomes of a stream when the program that reads its PDF is missing, fails or goes over a limit.</summary>
public sealed class PdfToolTests
{
    private const string Words = "level\\tpage_num\\tpar_num\\tblock_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n";

    [Fact]
    public void Where_the_program_is_missing_the_sentence_says_what_to_install() =>
        Failure(new PdfTool { Program = "pdftotext-that-nobody-has" }).ShouldContain("Install poppler");

    [Fact]
    public void A_program_that_takes_too_long_is_stopped() =>
        Failed("sleep 30", t => t with { Time = TimeSpan.FromSeconds(1) }).ShouldContain("over the limit of 120 seconds");

    [Theory]
    [InlineData("exit 137", "over the limit of 1 GB")]
    [InlineData("exit 134", "over the limit of 1 GB")]
    [InlineData("echo Out of memory >&2; exit 1", "over the limit of 1 GB")]
    [InlineData("exit 152", "over the limit of 120 seconds")]
    [InlineData("exit 1", "cannot be opened")]
    [InlineData("exit 3", "under a password")]
    [InlineData("echo nonsense", "gave something else than the words")]
    [InlineData("printf '" + Words + "1\\tx\\n'", "no word, line or page")]
    [InlineData("printf '" + Words + "1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t5\\t5\\t-1\\t###PAGE###\\n'; exit 134", "over the limit of 1 GB")]
    [InlineData("printf 'level'; exit 137", "over the limit of 1 GB")]
    public void The_way_in_which_it_fails_is_said(string script, string says) => Failed(script, t => t).ShouldContain(says);

    [Fact]
    public void Its_memory_and_its_processor_time_are_limited()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux limits the memory of a process.");

        Failed("[ $(ulimit -v) = 65536 ] && [ $(ulimit -t) = 7 ] && exit 137", t => t with { MemoryBytes = 65_536 * 1024, Time = TimeSpan.FromSeconds(7) })
            .ShouldContain("over the limit of 1 GB");
    }

    [Fact]
    public void Nothing_is_left_running_when_the_reader_stops_half_way()
    {
        using var folder = new Folder();
        var tool = new PdfTool { Program = Script(folder, $"printf '{Words}1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t5\\t5\\t-1\\tp\\n1\\t2\\t0\\t0\\t0\\t0\\t0\\t0\\t5\\t5\\t-1\\tp\\n'; echo $$ > {folder["pid"]}; sleep 60") };

        tool.Pages(Reading.File("x")).First().Number.ShouldBe(1);

        Directory.Exists($"/proc/{File.ReadAllText(folder["pid"]).Trim()}").ShouldBeFalse();
    }

    private static string Failed(string script, Func<PdfTool, PdfTool> with)
    {
        using var folder = new Folder();
        return Failure(with(new PdfTool { Program = Script(folder, script) }));
    }

    private static string Failure(PdfTool tool) => Should.Throw<SourceException>(() => tool.Pages(Reading.File("%PDF-")).Count()).Message;

    /// <summary>Another process writes it: a file that this one has open for writing while it starts a program cannot be run.</summary>
    private static string Script(Folder folder, string script)
    {
        var path = folder["tool.sh"];
        using var write = Process.Start("/bin/sh", ["-c", "printf '%s\\n' '#!/bin/sh' \"$1\" > \"$0\" && chmod 700 \"$0\"", path, script]);
        write.WaitForExit();
        return path;
    }
}
