using System.Text.Json;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Cli;

/// <summary>What the program says of one invented text.</summary>
public sealed class TryCommandTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<Typed> Try(params string[] words) => Typed.Into(TimeProvider.System, ["try", .. words, "--data", _folder["data"]]);

    [Fact]
    public async Task An_address_is_shown_in_its_parts_with_every_reading_the_rules_and_the_key()
    {
        var tried = await Try("12a Nosuch St, London QA1 1AA", "--as", "address", "--json");

        tried.Exit.ShouldBe(0, tried.Error);
        using var json = JsonDocument.Parse(tried.Out);
        var readings = json.RootElement.GetProperty("readings").EnumerateArray().ToList();
        readings.Count.ShouldBe(2);
        (readings[0].GetProperty("number_from").GetString(), readings[0].GetProperty("suffix").GetString(), readings[0].GetProperty("street").GetString()).ShouldBe(("12", "A", "NOSUCH STREET"));
        (readings[1].GetProperty("unit").GetString(), readings[1].TryGetProperty("suffix", out _)).ShouldBe(("A", false));
        json.RootElement.GetProperty("rules").EnumerateArray().Select(r => r.GetString()).ShouldBe(["postcode.found-in-address", "address.town-taken", "address.number-letter", "address.street-type"], ignoreOrder: true);
        json.RootElement.GetProperty("key").GetString().ShouldBe("12A NOSUCH STREET|QA1 1AA");
    }

    [Theory]
    [InlineData("name", "Placeholder Homes Ltd (99123456) c/o Sample Accountants", "holder_company_number 99123456", "name.care-of")]
    [InlineData("name", "Mr A & Mrs B Testholder", "person_2 Mrs B TESTHOLDER", "name.kind")]
    [InlineData("date", "3rd April 2024", "date 2024-04-03", "date.english-ordinal")]
    [InlineData("date", "03/04/2019; 03/04/2024", "date 2024-04-03", "date.latest-of-several")]
    [InlineData("date", "03/04/2024", "order month first", "date.stated-order")]
    [InlineData("postcode", "qa1 oaa", "postcode QA1 0AA", "postcode.repaired-by-position")]
    [InlineData("postcode", "QA1", "locality QA1", "postcode.outward-code-as-locality")]
    [InlineData("address", "Ground Floor Flat, Rear of 12 Nosuch Street", "relation REAR OF", "address.relation")]
    public async Task Parts_and_rules_are_printed_by_name(string kind, string text, string part, string rule)
    {
        var tried = await Try(text, "--as", kind);

        tried.Exit.ShouldBe(0, tried.Error);
        var lines = tried.Out.Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        lines.Contains(part, StringComparer.Ordinal).ShouldBeTrue(tried.Out);
        lines.Single(l => l.StartsWith("Rules ", StringComparison.Ordinal)).ShouldContain(rule);
    }

    [Theory]
    [InlineData("date", "31/02/2024")]
    [InlineData("date", "soon")]
    [InlineData("postcode", "12 Nosuch Street")]
    [InlineData("name", "n/a")]
    [InlineData("address", "?")]
    public async Task Where_nothing_is_read_it_says_so_and_ends_with_1(string kind, string text)
    {
        var tried = await Try(text, "--as", kind);

        (tried.Exit, tried.Error.Contains("Nothing in it", StringComparison.Ordinal)).ShouldBe((1, true));
    }

    [Theory]
    [InlineData("12 Nosuch Street")]
    [InlineData("12 Nosuch Street", "--as", "colour")]
    [InlineData("--as", "name")]
    public async Task What_it_is_to_be_read_as_must_be_said(params string[] words) => (await Try(words)).Exit.ShouldBe(64);
}
