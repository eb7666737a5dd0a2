using System.Text;
using LicensingPipeline.Catalogue;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Extract;

public sealed class DelimitedReaderTests
{
    private const string Text = "No,Address\n1,\"Tŷ Gwyn, £5\"\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text) },
        { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)] },
        { "UTF-16 big-endian", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void Encodings_are_told_apart(string name, byte[] bytes) =>
        Reading.Text("csv", bytes).ShouldBe(["1: No|Address", "2: 1|Tŷ Gwyn, £5"], name);

    [Fact]
    public void Old_Windows_text_is_read() => Reading.Text("csv", [.. "No,Rent\n1,"u8, 0xA3, .. "5 caf"u8, 0xE9, (byte)'\n']).ShouldBe(["1: No|Rent", "2: 1|£5 café"]);

    [Theory]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("a\tb\tc\n1\t2\t3\n")]
    [InlineData("a;b;c\n1;2;3\n")]
    [InlineData("a,b,c\r\n1,2,3\r\n")]
    [InlineData("a,b,c\r1,2,3\r")]
    [InlineData("a,b,c\r1,2,3")]
    [InlineData("a,b,c\n1,2,3")]
    [InlineData("\"a\",\"b\",\"c\"\n\"1\",\"2\",\"3\"\n")]
    public void Separators_and_line_ends_are_told_apart(string text) => Reading.Text("csv", Encoding.UTF8.GetBytes(text)).ShouldBe(["1: a|b|c", "2: 1|2|3"]);

    [Theory]
    [InlineData("a,b\n1,\"x\ny\"\n2,z\n")]
    [InlineData("a,b\r\n1,\"x\ny\"\r\n2,z\r\n")]
    public void Line_breaks_within_quotes_stay_in_their_cell(string text) => Reading.Text("csv", Encoding.UTF8.GetBytes(text)).ShouldBe(["1: a|b", "2: 1|x/y", "3: 2|z"]);

    [Fact]
    public void Blank_and_ragged_rows_are_kept_and_counted() => Reading.Text("csv", "a,b,c\n1\n\n1,2,3,4\n"u8.ToArray()).ShouldBe(["1: a|b|c", "2: 1", "3:", "4: 1|2|3|4"]);

    [Fact]
    public void A_quote_doubled_is_a_quote() => Reading.Text("csv", "a,b\n\"say \"\"x\"\"\",2\n"u8.ToArray()).ShouldBe(["1: a|b", "2: say \"x\"|2"]);

    [Fact]
    public void A_stated_separator_is_obeyed() => Reading.Text(new ReadSpec("csv") { Separator = "pipe" }, [Reading.File("a|b,c\n1|2,3\n")]).ShouldBe(["1: a|b,c", "2: 1|2,3"]);

    [Fact]
    public void A_quote_that_never_closes_is_told_with_its_row() => Reading.Failure("csv", "a,b\n1,2\n3,\"cut off"u8.ToArray()).Message.ShouldContain("never closed");
}
