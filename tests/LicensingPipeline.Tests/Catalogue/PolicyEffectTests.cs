using System.Security.Cryptography;
using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Store;
using LicensingPipeline.Tests.Support;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Catalogue;

/// <summary>An answer to a question of policy changes what it says it changes, and nothing else.</summary>
public sealed class PolicyEffectTests
{
    [Theory]
    [InlineData("composite", "shown", "")]
    [InlineData("reply-days", "21", "letter")]
    [InlineData("letters-signed-by", "An invented branch", "letter")]
    [InlineData("corrections-contact", "desk@example.org", "letter")]
    [InlineData("public-issue-places", "rows", "issues --public, public.db")]
    [InlineData("expired-licences-public", "hidden", "export --public, issues --public, page, public.db")]
    public async Task Flipping_a_key_changes_exactly_what_reads_it(string key, string value, string changed)
    {
        using var night = await NightAsync();
        // The second night of the same bytes is Unchanged, and so are all after it.
        await OutputsAsync(night, Policies.AllDecided());
        var before = await OutputsAsync(night, Policies.AllDecided());
        var after = await OutputsAsync(night, Policies.TextAllDecided(key, value));
        string.Join(", ", after.Where(o => before[o.Key] != o.Value).Select(o => o.Key)).ShouldBe(changed);
    }

    [Fact]
    public async Task Where_policy_hides_what_ended_no_table_of_the_public_file_has_a_licence_that_ended_or_left()
    {
        using var night = await NightAsync();
        await OutputsAsync(night, Policies.AllDecided());
        Support.Registers.Open(night.Data, "public.db", c => c.ExecuteScalar<long>("select count(*) from former_licence")).ShouldBe(1);
        await OutputsAsync(night, Policies.TextAllDecided("expired-licences-public", "hidden"));
        Support.Registers.Open(night.Data, "public.db", c => c.Query<long>("select count(*) from former_licence union all select count(*) from licence where in_force = 'false'").ToList()).ShouldAllBe(n => n == 0);
        foreach (var table in new[] { "event", "issue" })
        {
            Support.Registers.Open(night.Data, "public.db", c => c.ExecuteScalar<long>($"select count(*) from {table} where licence_id is not null and licence_id not in (select licence_id from licence)")).ShouldBe(0, table);
        }
    }

    [Fact]
    public async Task A_place_that_policy_shows_is_a_row_and_never_the_name_of_a_sheet_or_a_file()
    {
        using var night = await NightAsync();
        var policy = Policies.TextAllDecided("public-issue-places", "rows");
        await OutputsAsync(night, policy);
        using (var registers = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(night.Data, "registers.db"), Pooling = false }.ToString()))
        {
            registers.Open();
            registers.Execute("update issue set place = 'Quent, Ottoline, ' || place").ShouldBeGreaterThan(0);
        }

        PublicDatabase.Rewrite(night.Data, PublicRules.Read(night.Data, Path.Combine(night.Data, Policy.FolderName), listed: false));
        var places = Support.Registers.Open(night.Data, "public.db", c => c.Query<string>("select place from issue").ToList());
        places.Count.ShouldBeGreaterThan(0);
        places.ShouldAllBe(p => System.Text.RegularExpressions.Regex.IsMatch(p, @"^row [0-9]+\z"));
    }

    private static async Task<InventedNight> NightAsync()
    {
        var night = new InventedNight();
        night.Source("camden", InventedNight.Manual("E09000007", "hmo", "[ mandatory-hmo ]", "mandatory-hmo"));
        foreach (var (day, last) in new[] { ("2026-01-01", "CAM/7,\"9 Custard Lane, N1 1AE\",Pomfret Example LLP,,15/01/2021,15/01/2026,6\n"), ("2026-02-01", "") })
        {
            night.Hand("camden", $"hmo_{day}.csv", $"""
                Ref,Address,Holder,Manager,Start,End,People
                CAM/1,"Flat 1, 12 Quillfeather Road, N1 1AA",Brightfold Lettings Ltd,Ottoline Quent,01/02/2023,31/01/2028,5
                CAM/2,"14 Quillfeather Road, N1 1AB",Zebedee Plumstone,,01/02/2023,31/02/2028,4
                CAM/3,"16 Quillfeather Road",Zebedee Plumstone,,01/02/2020,31/01/2025,4
                {last}
                """);
        }

        Directory.CreateDirectory(Path.Combine(night.Data, "governance"));
        await File.WriteAllTextAsync(Path.Combine(night.Data, "operator.yaml"), "name: Example Branch\ncontact: branch@example.org\n", TestContext.Current.CancellationToken);
        return night;
    }

    private static async Task<SortedDictionary<string, string>> OutputsAsync(InventedNight night, string policy)
    {
        await File.WriteAllTextAsync(Path.Combine(night.Data, "governance", "policy.yaml"), policy, TestContext.Current.CancellationToken);
        (await Typed.Into(night, "run", "--offline")).Exit.ShouldBe(0);
        var outputs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in new[] { "registers.db", "public.db" })
        {
            outputs[file] = Hash(await File.ReadAllBytesAsync(Path.Combine(night.Data, file), TestContext.Current.CancellationToken));
        }

        // What was last checked is said to the minute, and the clock of this night stands still.
        outputs["page"] = await File.ReadAllTextAsync(Path.Combine(night.Data, "site", "index.html"), TestContext.Current.CancellationToken);
        foreach (var words in new[] { new[] { "export", "csv" }, ["issues"], ["find", "Quillfeather"], ["status"], ["letter", "camden", "--kind", "draft-card"] })
        {
            outputs[words[0]] = (await Typed.Into(night, words)).Out;
        }

        outputs["export --public"] = (await Typed.Into(night, "export", "csv", "--public")).Out;
        outputs["issues --public"] = (await Typed.Into(night, "issues", "--public")).Out;
        outputs["export --public"].Length.ShouldBeGreaterThan(100);
        outputs["letter"].ShouldContain("How to answer");
        return outputs;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
