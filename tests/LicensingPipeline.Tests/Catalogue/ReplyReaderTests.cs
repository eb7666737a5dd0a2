using LicensingPipeline.Catalogue;
using LicensingPipeline.Tests.Demo;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Catalogue;

/// <summary>Replies and corrections are files: read strictly, kept verbatim, never naming a person.</summary>
public sealed class ReplyReaderTests
{
    private const string Whole = """
        authority: E09000007
        replies:
          - page: card
            received: 2026-10-20
            from: Invented team
            text: "We do not accept this. It fails us,  twice."
          - figure: completeness.holder_name
            edition: 2026-q3
            received: 2026-10-10
            from: Invented team
            text: An invented answer.
        corrections:
          - { date: 2026-10-24, figure: openness.terms, old: none stated, new: OGL, why: We had overlooked the page. }
        """;

    private static readonly IReadOnlyDictionary<string, Authority> Authorities = ReferenceTables.Read(InventedNight.Reference, null).Authorities;

    [Fact]
    public void A_reply_is_kept_as_it_was_written_and_marked_as_quoted()
    {
        var (file, errors) = ReplyReader.Read("camden.yaml", Whole, Authorities);
        errors.ShouldBeEmpty();
        file!.Replies.Select(r => (r.About, r.Edition)).ShouldBe([("completeness.holder_name", "2026-q3"), ("card", null)]);
        file.Replies[1].Text.ShouldBe("We do not accept this. It fails us,  twice.");
        file.Replies[1].Heading.ShouldBe("Invented team replied on 2026-10-20; quoted as received:");
        file.Corrections.ShouldHaveSingleItem().New.ShouldBe("OGL");
    }

    [Theory]
    [InlineData("authority: E09000007", "authority: E09000012", "authority", "not the authority this file is named after")]
    [InlineData("page: card", "page: card\n    figure: x", "replies[1].page", "either figure or page")]
    [InlineData("page: card", "sentiment: cross", "replies[1].sentiment", "data/README.md lists the keys")]
    [InlineData("from: Invented team\n    text: \"", "from: Ms Invented\n    text: \"", "replies[1].from", "nobody is named")]
    [InlineData("An invented answer.", "Write to a.b@council.example", "replies[2].text", "e-mail address or a telephone number")]
    [InlineData("An invented answer.", "Ring 020 7946 0000 then", "replies[2].text", "e-mail address or a telephone number")]
    [InlineData("received: 2026-10-10", "received: last week", "replies[2].received", "a date such as")]
    [InlineData("old: none stated, ", "", "corrections[1].old", "this key is missing.")]
    [InlineData("replies:", "invented: yes\nreplies:", "invented", "leave this key out")]
    public void What_is_wrong_is_told_by_key(string from, string to, string key, string why)
    {
        var text = Whole.ReplaceLineEndings("\n");
        text.ShouldContain(from);
        var (file, errors) = ReplyReader.Read("camden.yaml", text.Replace(from, to, StringComparison.Ordinal), Authorities);
        file.ShouldBeNull();
        errors.ShouldContain(e => e.Key == key && e.Line > 0 && e.Message.Contains(why, StringComparison.Ordinal), string.Join('\n', errors));
    }

    [Fact]
    public void A_reply_that_is_too_long_is_asked_for_again_and_never_cut()
    {
        var text = Whole.Replace("An invented answer.", string.Join(' ', Enumerable.Repeat("word", 251)), StringComparison.Ordinal);
        ReplyReader.Read("camden.yaml", text, Authorities).Errors.ShouldHaveSingleItem().Message.ShouldContain("at most 250 words");
    }

    [Fact]
    public void Invented_replies_and_real_ones_are_never_mixed()
    {
        var samples = Path.Combine(PlayedDemo.Samples.Root, ReplyFile.FolderName);
        var (files, errors) = ReplyFile.ReadFolder(samples, Authorities, invented: true);
        errors.ShouldBeEmpty();
        files.ShouldHaveSingleItem().Replies.Count.ShouldBe(2);
        ReplyFile.ReadFolder(samples, Authorities, invented: false).Errors.ShouldHaveSingleItem().Message.ShouldContain("never stands beside real data");
        using var folder = new Folder();
        folder.Write("camden.yaml", Whole);
        ReplyFile.ReadFolder(folder.Path, Authorities, invented: true).Errors.ShouldHaveSingleItem().Message.ShouldContain("never stands beside invented data");
    }

    [Fact]
    public void The_shipped_folder_can_be_read() => ReplyFile.ReadFolder(Checkout.File("data", "replies"), Authorities, invented: false).Errors.ShouldBeEmpty();
}
