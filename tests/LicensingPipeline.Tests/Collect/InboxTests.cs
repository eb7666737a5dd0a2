using System.Security.Cryptography;
using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

public sealed class InboxTests : IDisposable
{
    private const string ByName = @"(\d{4}-?_?\d\d-?_?\d\d)";
    private readonly Folder _folder = new();

    private string Box => _folder["inbox"];

    [Fact]
    public void Copies_come_oldest_first_each_under_its_own_hash()
    {
        Put("hmo_2026-09-01.csv", "new");
        Put("hmo_2025-01-31.csv", "old");

        var copies = Read(new("example", "hmo_*.csv", null, ByName));

        copies.Select(c => c.AsAt).ShouldBe([new DateOnly(2025, 1, 31), new DateOnly(2026, 9, 1)]);
        copies[0].Sha256.ShouldBe(Hash("old"));
        copies[0].Files.ShouldHaveSingleItem().ShouldBe(new InboxFile("hmo_2025-01-31.csv", Path.Combine(Box, "example", "hmo_2025-01-31.csv"), Hash("old")));
        // Nobody wrote down who made it, so nothing is said of that.
        copies[0].Origin.ShouldBe("union-copy");
        copies[0].RetrievedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("hmo_2026-09-01.csv")]
    [InlineData("hmo_20260901.csv")]
    [InlineData("hmo_2026_09_01.csv")]
    public void The_day_stands_in_the_name_in_three_spellings(string name)
    {
        Put(name);

        Read(new("example", "*.csv", null, ByName)).ShouldHaveSingleItem().AsAt.ShouldBe(new DateOnly(2026, 9, 1));
    }

    [Fact]
    public void The_day_may_stand_in_the_source_file()
    {
        Put("hmo.csv");

        Read(new("example", "hmo.csv", new DateOnly(2026, 3, 1), null)).ShouldHaveSingleItem().AsAt.ShouldBe(new DateOnly(2026, 3, 1));
    }

    [Fact]
    public void A_note_beside_the_file_goes_before_the_source_file_and_says_how_it_came()
    {
        Put("hmo.csv");
        Put("hmo.csv.yaml", "as-at: 2026-02-01\norigin: third-party-copy\nretrieved-at: 2026-02-10T09:00:00Z\n");

        var copy = Read(new("example", "hmo*", new DateOnly(2026, 3, 1), null)).ShouldHaveSingleItem();

        copy.AsAt.ShouldBe(new DateOnly(2026, 2, 1));
        copy.Origin.ShouldBe("third-party-copy");
        copy.RetrievedAt.ShouldBe(new DateTimeOffset(2026, 2, 10, 9, 0, 0, TimeSpan.Zero));
        copy.Files.ShouldHaveSingleItem().Name.ShouldBe("hmo.csv");
    }

    [Fact]
    public void Several_files_of_one_day_are_one_copy_with_one_hash()
    {
        Put("b_2026-09-01.csv", "two");
        Put("a_2026-09-01.csv", "one");

        var copy = Read(new("example", "*.csv", null, ByName)).ShouldHaveSingleItem();

        copy.Files.Select(f => f.Name).ShouldBe(["a_2026-09-01.csv", "b_2026-09-01.csv"]);
        var lines = new[] { $"{Hash("one")}  a_2026-09-01.csv\n", $"{Hash("two")}  b_2026-09-01.csv\n" };
        copy.Sha256.ShouldBe(Hash(string.Concat(lines.Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void Only_files_that_fit_the_pattern_are_data()
    {
        foreach (var name in new[] { "hmo_1.csv", "hmo_22.csv", "HMO_3.CSV", "hmo_4.csv.yaml", "hmo_5.xlsx", ".hmo_6.csv", "~$hmo_7.csv", "ahmo_8.csv" })
        {
            Put(name, name.EndsWith(".yaml", StringComparison.Ordinal) ? "as-at: 2026-01-01" : "");
        }

        Put("deeper/hmo_9.csv");

        Read(new("example", "hmo_?.*", new DateOnly(2026, 3, 1), null)).ShouldHaveSingleItem().Files.Select(f => f.Name).ShouldBe(["HMO_3.CSV", "hmo_1.csv", "hmo_5.xlsx"]);
    }

    [Theory]
    [InlineData("no-such-folder")]
    [InlineData("example")]
    public void No_copy_yet_is_no_failure_of_anybody(string folder)
    {
        Put("other.txt");

        var missing = Should.Throw<SourceException>(() => Read(new(folder, "*.csv", null, ByName)));

        missing.State.ShouldBe(StreamState.Manual);
        missing.Message.ShouldContain("No copy has been handed in yet");
    }

    [Theory]
    [InlineData("hmo.csv")]
    [InlineData("hmo_2026-02-30.csv")]
    public void A_file_of_no_known_day_is_held_with_the_line_that_mends_it(string name)
    {
        Put(name);

        var held = Should.Throw<SourceException>(() => Read(new("example", "*.csv", null, ByName)));

        held.State.ShouldBe(StreamState.HeldDrift);
        held.Message.ShouldContain(name);
        held.Suggestion.ShouldBe("as-at: 2026-09-27");
    }

    [Theory]
    [InlineData("as-at: yesterday", "a date such as 2026-09-27 is wanted here")]
    [InlineData("origin: supplied", "this key is missing")]
    [InlineData("as-at: 2026-01-01\norigin: invented", "'invented' is not one of supplied")]
    [InlineData("as-at: 2026-01-01\nwhy: because", "this key is not known here")]
    [InlineData("as-at: 2026-01-01\nas-at: 2026-01-02", "a key stands twice")]
    [InlineData("as-at: 2026-01-01\nretrieved-at: noon", "a moment such as")]
    [InlineData("- a list", "one map")]
    public void A_note_is_read_strictly(string note, string says)
    {
        Put("hmo.csv");
        Put("hmo.csv.yaml", note);

        var held = Should.Throw<SourceException>(() => Read(new("example", "*.csv", null, null)));

        held.State.ShouldBe(StreamState.HeldDrift);
        held.Message.ShouldContain("hmo.csv.yaml");
        held.Message.ShouldContain(says);
    }

    [Fact]
    public void Name_and_note_must_agree()
    {
        Put("hmo_2026-09-01.csv");
        Put("hmo_2026-09-01.csv.yaml", "as-at: 2026-09-02");

        Should.Throw<SourceException>(() => Read(new("example", "*.csv", null, ByName))).Message.ShouldContain("2026-09-01 in its name and 2026-09-02");
    }

    [Fact]
    public void Files_of_one_day_have_one_origin()
    {
        Put("a.csv");
        Put("a.csv.yaml", "as-at: 2026-01-01\norigin: sighting");
        Put("b.csv");
        Put("b.csv.yaml", "as-at: 2026-01-01");

        Should.Throw<SourceException>(() => Read(new("example", "*.csv", null, null))).Message.ShouldContain("several origins (sighting, union-copy)");
    }

    [Fact]
    public void A_link_out_of_the_inbox_is_refused()
    {
        Put("hmo_1.csv");
        File.CreateSymbolicLink(Path.Combine(Box, "example", "hmo_2.csv"), _folder.Write("outside.csv", "secret"));

        ShouldRefuse("example", "hmo_2.csv");
    }

    [Fact]
    public void A_linked_folder_that_leads_out_of_the_inbox_is_refused()
    {
        Directory.CreateDirectory(Box);
        _folder.Write("elsewhere/hmo_1.csv", "secret");
        Directory.CreateSymbolicLink(Path.Combine(Box, "linked"), _folder["elsewhere"]);

        ShouldRefuse("linked", "hmo_1.csv");
        ShouldRefuse("../elsewhere", "hmo_1.csv");
    }

    [Fact]
    public void Links_that_lead_nowhere_or_in_a_circle_are_refused()
    {
        Directory.CreateDirectory(Path.Combine(Box, "example"));
        var link = Path.Combine(Box, "example", "hmo_1.csv");
        File.CreateSymbolicLink(link, link);
        ShouldRefuse("example", "hmo_1.csv");

        File.Delete(link);
        File.CreateSymbolicLink(link, Path.Combine(Box, "nowhere.csv"));
        ShouldRefuse("example", "hmo_1.csv");
    }

    [Fact]
    public void A_link_within_the_inbox_and_an_inbox_that_is_a_link_are_read()
    {
        Put("kept/hmo.txt", "x");
        File.CreateSymbolicLink(Path.Combine(Box, "example", "hmo_1.csv"), Path.Combine(Box, "example", "kept", "hmo.txt"));
        Directory.CreateSymbolicLink(_folder["link"], Box);

        Inbox.Copies(_folder["link"], new("example", "*.csv", new DateOnly(2026, 1, 1), null), TestContext.Current.CancellationToken)
            .ShouldHaveSingleItem().Sha256.ShouldBe(Hash("x"));
    }

    public void Dispose() => _folder.Dispose();

    private void ShouldRefuse(string folder, string name)
    {
        var refusal = Should.Throw<SourceException>(() => Read(new(folder, "*.csv", new DateOnly(2026, 1, 1), null)));
        refusal.State.ShouldBe(StreamState.HeldDrift);
        refusal.Message.ShouldContain($"{name} in {folder} of the inbox is a link that leads out of it");
    }

    private void Put(string name, string text = "") => _folder.Write($"inbox/example/{name}", text);

    private IReadOnlyList<InboxCopy> Read(ManualSpec manual) => Inbox.Copies(Box, manual, TestContext.Current.CancellationToken);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
