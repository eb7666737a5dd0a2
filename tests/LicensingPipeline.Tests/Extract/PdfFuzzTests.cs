using System.Diagnostics;
using System.Globalization;
using System.Text;
using LicensingPipeline.Extract;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

/// <summary>Whatever is done to a PDF or to what pdftotext says of it, there are rows or a sentence why not.</summary>
public sealed class PdfFuzzTests
{
    private const int OfTheWords = 500;
    private const int OfTheFile = 50;

    /// <summary>Seconds where nothing else runs; the machine may be shared.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(120);

    public static TheoryData<string> Shapes => [.. PdfSamples.Names];

    /// <summary>Four shapes, 500 each: nothing but a <see cref="SourceException"/> may escape, not even to the place where others' exceptions are caught.</summary>
    [Theory, MemberData(nameof(Shapes))]
    public void Damaged_words_give_rows_or_a_sentence(string name)
    {
        var words = File.ReadAllBytes(Checkout.File("tests", "LicensingPipeline.Tests", "Extract", "Pdf", $"{name}.tsv"));
        var (held, read) = Count(OfTheWords, words, bytes =>
        {
            using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
            return new PdfTable(PdfSamples.Read(name), Reading.Layouts(PdfSamples.Required(name)), null).Rows(PdfWords.Pages(text)).Count();
        });

        (held + read).ShouldBe(OfTheWords);
        held.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_damaged_file_gives_rows_or_a_sentence()
    {
        var (held, read) = Count(OfTheFile, PdfSamples.Shape("report").Pdf.Write(PdfSamples.Copy("report", 6)), bytes =>
            Reading.Rows(PdfSamples.Read("report"), [Reading.File(bytes)], PdfSamples.Required("report")).Count);

        (held + read).ShouldBe(OfTheFile);
        held.ShouldBeGreaterThan(0);
    }

    private static (int Held, int Read) Count(int mutations, byte[] sample, Func<byte[], int> walk)
    {
        var random = new Random(20_240_503);
        var (held, read, started) = (0, 0, Stopwatch.GetTimestamp());
        for (var i = 0; i < mutations; i++)
        {
            try
            {
                walk(ReaderFuzzTests.Damaged(sample, random));
                read++;
            }
            catch (SourceException failure)
            {
                failure.Message.ShouldEndWith(".");
                held++;
            }
            catch (Exception escaped)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Mutation {i} escaped as {escaped.GetType().Name}."), escaped);
            }
        }

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(MostTime);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{held} refused, {read} read."));
        return (held, read);
    }
}
