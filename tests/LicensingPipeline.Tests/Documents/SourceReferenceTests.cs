using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Documents;

/// <summary>sources/README.md is the key reference: it names every key the reader takes and no other, and the reader takes every key it names.</summary>
public sealed class SourceReferenceTests
{
    private static readonly string Page = File.ReadAllText(Checkout.File("sources", "README.md"));

    [Fact]
    public void The_page_names_the_keys_the_code_knows() => Faults(Page).ShouldBeEmpty();

    [Fact]
    public void A_key_left_out_and_a_key_made_up_are_reported() =>
        Faults(Page.Replace("### `guards`", "### `gards`", StringComparison.Ordinal)).ShouldBe(["the page knows a key 'gards' that the code does not read", "the page leaves out 'guards'"]);

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_reader_takes_every_key_of_its_list(string key)
    {
        // A key that is known complains about its value or about nothing; only an unknown one is called unknown.
        var (_, errors) = SourceReader.Read("planted.yaml", $"authority: E09000001\nsteward: x\nstreams:\n  one:\n    {key}: 7\n    unheard-of: 7\n", Nobody);
        errors.Where(e => e.Message.Contains("not known here", StringComparison.Ordinal)).Select(e => e.Key).ShouldBe(["streams.one.unheard-of"]);
    }

    public static TheoryData<string> Keys => [.. StreamSpecReader.Keys];

    private static Dictionary<string, Authority> Nobody => new(StringComparer.Ordinal);

    private static List<string> Faults(string page)
    {
        var named = Regex.Matches(page, "^### `(.+)`$", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();
        var known = SourceReader.Keys.Concat(StreamSpecReader.Keys).ToList();
        return
        [
            .. named.Except(known, StringComparer.Ordinal).Select(k => $"the page knows a key '{k}' that the code does not read"),
            .. known.Except(named, StringComparer.Ordinal).Select(k => $"the page leaves out '{k}'"),
        ];
    }
}
