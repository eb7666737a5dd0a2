using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Store;
using LicensingPipeline.Summarise.Scorecards;
using LicensingPipeline.Tests.Demo;
using LicensingPipeline.Tests.Support;
using LicensingPipeline.Web;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Store;

/// <summary>A resident asks, and the home is in no public file, whatever the nights bring, and no count tells of it.</summary>
[Collection(PlayedDemoGroup.Name)]
public sealed class LeaveOutTests(PlayedDemo demo)
{
    private const string Lane = "8 Custard Lane, N1 1AE";

    [Fact]
    public async Task On_the_demonstration_a_home_is_in_no_row_and_in_no_count_and_comes_back_when_asked()
    {
        using var folder = new Folder();
        Copy(demo.Data, folder.Path);
        var clock = new DemoClock(demo.Nights[^1].Expected.At.AddHours(8));
        Task<Typed> Type(params string[] words) => Typed.Into(clock, [.. words, "--data", folder.Path]);
        var (id, address) = Support.Registers.Open(folder.Path, "registers.db", c => c.QueryFirst<(string, string)>(
            "select l.licence_id, l.property_address || ', ' || coalesce(l.postcode, '') from licence l join event e on e.licence_id = l.licence_id where e.field is not null and length(l.licence_id) = 16 order by l.authority, l.licence_id limit 1"));
        var before = File.ReadAllBytes(folder["public.db"]);
        TellsOf(folder.Path, id).ShouldBeTrue();
        var scored = Scored(folder.Path);

        var typed = await Type("policy", "--leave-out", address, "--reason", "safety");
        (typed.Exit, typed.Out).ShouldBe((0, ""));
        typed.Error.ShouldContain("1 entry of the copies we hold");
        TellsOf(folder.Path, id).ShouldBeFalse();
        Adds(folder.Path);
        Told(folder.Path, clock);
        Scored(folder.Path).ShouldBe(scored - 1);
        (await Type("export", "csv", "--public")).Out.ShouldNotContain(id);
        (await Type("issues", "--public")).Out.ShouldNotContain(id);
        (await Type("export", "csv")).Out.ShouldContain(id);
        Marks.StandsIn(folder[LeaveOutFile.Name]).ShouldBeTrue();

        (await Type("policy", "--put-back", address)).Exit.ShouldBe(0);
        File.ReadAllBytes(folder["public.db"]).AsSpan().SequenceEqual(before).ShouldBeTrue("put back, the public file is what it was");
        (await Type("policy", "--put-back", address)).Exit.ShouldBe(1);
    }

    [Fact]
    public async Task It_stays_out_when_the_address_is_written_otherwise_when_it_leaves_the_register_and_when_a_backup_is_restored()
    {
        using var night = InventedNight.Usual();
        await night.RunAsync(invented: false);
        (await Leave(night, "--leave-out", "8 CUSTARD LANE  N1 1AE")).Error.ShouldContain("1 entry");
        var id = Support.Registers.Text(night.Data, "select licence_id from licence where property_address like '%Custard%'")!;
        TellsOf(night.Data, id).ShouldBeFalse();

        // A night of other bytes: the same licence under a longer address, and a new reference for the same home.
        night.Hand("camden", "hmo_2026-03-01.csv", """
            Ref,Address,Holder,Manager,Start,End,People
            CAM/1,"Flat 1, 12 Quillfeather Road, N1 1AA",Brightfold Lettings Ltd,Ottoline Quent,01/02/2023,31/01/2029,5
            CAM/3,3 Marzipan Mews,Brightfold Lettings Ltd,,01/03/2024,31/02/2029,8
            CAM/4,"11 Formula Yard, N1 1AD",Gwendolyn & Hubert Tiddlewick,,01/01/2026,31/12/2030,6
            CAM/5,"Custard House, 8 Custard Lane, London, N1 1AE",Pomfret Example LLP,,15/02/2021,15/02/2026,6
            CAM/9,"8 Custard Ln N1 1AE",Pomfret Example LLP,,16/02/2026,15/02/2031,6
            """);
        await night.RunAsync(invented: false);
        Open(night.Data, "select count(*) from licence where authority='E09000007'").ShouldBe(3);
        TellsOf(night.Data, id).ShouldBeFalse();
        Adds(night.Data);

        // A backup restored elsewhere, judged again.
        using var restored = new Folder();
        Copy(night.Data, restored["data"]);
        foreach (var file in new[] { "registers.db", "public.db" })
        {
            File.Delete(Path.Combine(restored["data"], file));
        }

        (await Typed.Into(new FixedClock(night.Now), "run", "--offline", "--data", restored["data"], "--sources", night.Sources, "--inbox", night.Inbox)).Out.Length.ShouldBeGreaterThan(0);
        Open(restored["data"], "select count(*) from licence where authority='E09000007'").ShouldBe(3);
        TellsOf(restored["data"], id).ShouldBeFalse();

        // Off the register it is history, and of that too.
        night.Hand("camden", "hmo_2026-03-02.csv", """
            Ref,Address,Holder,Manager,Start,End,People
            CAM/1,"Flat 1, 12 Quillfeather Road, N1 1AA",Brightfold Lettings Ltd,Ottoline Quent,01/02/2023,31/01/2029,5
            CAM/3,3 Marzipan Mews,Brightfold Lettings Ltd,,01/03/2024,31/02/2029,8
            CAM/4,"11 Formula Yard, N1 1AD",Gwendolyn & Hubert Tiddlewick,,01/01/2026,31/12/2030,6
            CAM/9,"8 Custard Ln N1 1AE",Pomfret Example LLP,,16/02/2026,15/02/2031,6
            CAM/6,"9 Custard Lane, N1 1AE",Pomfret Example LLP,,15/02/2021,15/02/2027,6
            CAM/7,"10 Custard Lane, N1 1AE",Pomfret Example LLP,,15/02/2021,15/02/2027,6
            """);
        await night.RunAsync(invented: false);
        Support.Registers.Count(night.Data, "select count(*) from former_licence where property_address like '%8 Custard%'").ShouldBe(1);
        TellsOf(night.Data, id).ShouldBeFalse();
        Open(night.Data, "select count(*) from licence where authority='E09000007'").ShouldBe(5, "the neighbours stay");
        Adds(night.Data);
    }

    [Fact]
    public async Task The_list_holds_no_address_only_its_owner_reads_it_and_a_mislaid_one_stops_the_night()
    {
        using var night = InventedNight.Usual();
        await night.RunAsync(invented: false);
        await Leave(night, "--leave-out", Lane);
        var (list, key) = (Path.Combine(night.Data, LeaveOutFile.Name), Path.Combine(night.Data, LeaveOutFile.SecretName));
        (await File.ReadAllTextAsync(list, TestContext.Current.CancellationToken)).ShouldNotContain("Custard", Case.Insensitive);
        foreach (var file in new[] { list, key })
        {
            (OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file)).ShouldBe(OperatingSystem.IsWindows() ? default : UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var printed = await File.ReadAllBytesAsync(Path.Combine(night.Data, "public.db"), TestContext.Current.CancellationToken);
        foreach (var lost in new[] { new[] { key }, [list], [list, key] })
        {
            lost.ToList().ForEach(f => File.Move(f, f + ".away"));
            var typed = await Typed.Into(night, "run", "--offline");
            typed.Exit.ShouldBe(1);
            typed.Error.ShouldContain("would be published");
            lost.ToList().ForEach(f => File.Move(f + ".away", f));
        }

        await File.WriteAllTextAsync(key, new string('0', 64) + "\n", TestContext.Current.CancellationToken);
        (await Typed.Into(night, "run", "--offline")).Error.ShouldContain("not the secret with which this list was made");
        (await File.ReadAllBytesAsync(Path.Combine(night.Data, "public.db"), TestContext.Current.CancellationToken)).ShouldBe(printed);
    }

    [Fact]
    public async Task A_home_on_no_copy_is_left_out_before_it_comes_and_a_neighbour_who_asks_too_keeps_the_first()
    {
        using var night = InventedNight.Usual();
        (await Leave(night, "--leave-out", Lane)).Error.ShouldContain("No entry of the copies we hold");
        (await Leave(night, "--leave-out", "3 Marzipan Mews")).Exit.ShouldBe(0);
        (await Leave(night, "--leave-out", "3 Marzipan Mews")).Exit.ShouldBe(0);
        LeaveOutFile.Read(night.Data, listed: true).Homes.Count.ShouldBe(2);
        // Nobody and two are told alike.
        foreach (var folder in new[] { night.Data, night.Inbox })
        {
            (await Typed.Into(new FixedClock(night.Now), "policy", "--data", folder)).Error.ShouldContain("Left out because residents asked: fewer than 10 homes.");
        }

        await night.RunAsync();
        Open(night.Data, "select count(*) from licence where authority='E09000007'").ShouldBe(2);
        (await Leave(night, "--leave-out", "***")).Error.ShouldContain("says of no home which it is");
    }

    [Fact]
    public async Task A_register_with_homes_left_out_counts_as_one_on_which_they_never_stood()
    {
        // One home stands twice with a day that the calendar lacks and has changed since; another was on the first copy only.
        const string Stays = "CAM/91,\"8 Custard Lane, N1 1AE\",Pomfret Example LLP,,15/02/2023,31/02/2028,";
        const string Gone = "CAM/92,\"10 Custard Lane, N1 1AE\",Pomfret Example LLP,,15/02/2023,15/02/2028,6\n";
        using var asked = await Register(Stays + "5\n" + Gone, Stays + "6\n" + Stays + "6\n");
        using var never = await Register("", "");
        Counted(asked).Except(Counted(never), StringComparer.Ordinal).Count().ShouldBeGreaterThan(10);
        foreach (var home in new[] { "8 Custard Lane, N1 1AE", "10 Custard Lane, N1 1AE" })
        {
            (await Leave(asked, "--leave-out", home)).Error.ShouldContain("1 entry of the copies we hold");
        }

        Counted(asked).Except(Counted(never), StringComparer.Ordinal).ShouldBeEmpty();
        Counted(never).Except(Counted(asked), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_home_is_known_by_its_UPRN_when_its_address_and_its_reference_change_and_a_neighbour_with_the_same_one_keeps_the_first()
    {
        using var night = new InventedNight();
        night.Source("camden", InventedNight.Manual("E09000007", "hmo", "[ mandatory-hmo ]", "mandatory-hmo").Replace("People: max_persons }", "People: max_persons, UPRN: uprn }", StringComparison.Ordinal));
        const string Headings = "Ref,Address,Holder,Manager,Start,End,People,UPRN\n";
        var neighbours = string.Concat(Enumerable.Range(1, 40).Select(n => FormattableString.Invariant($"CAM/{n},\"{n} Quillfeather Road, N1 1AA\",Brightfold Lettings Ltd,,01/02/2023,31/01/2028,5,1000{n}\n")));
        night.Hand("camden", "hmo_2026-01-01.csv", $"{Headings}{neighbours}CAM/111,\"Flat 1, 12 Custard Lane, N1 1AE\",Pomfret Example LLP,,01/02/2023,31/01/2028,5,20001\nCAM/112,\"Flat 2, 12 Custard Lane, N1 1AE\",Pomfret Example LLP,,01/02/2023,31/01/2028,5,20001\n");
        await night.RunAsync(invented: false);
        foreach (var flat in new[] { "Flat 1, 12 Custard Lane, N1 1AE", "Flat 2, 12 Custard Lane, N1 1AE" })
        {
            (await Leave(night, "--leave-out", flat)).Exit.ShouldBe(0);
        }

        var list = LeaveOutFile.Read(night.Data, listed: true);
        list.Homes.Count.ShouldBe(2);
        list.Covers("Garden House, 40 Nosuch Mews", "N1 1AG", "20001", licenceId: null).ShouldBeTrue();
        list.Covers("Garden House, 40 Nosuch Mews", "N1 1AG", "20002", licenceId: null).ShouldBeFalse();
    }

    /// <summary>Two copies of a register of forty homes, and what stands on either besides.</summary>
    private static async Task<InventedNight> Register(string first, string then)
    {
        var night = new InventedNight();
        night.Source("camden", InventedNight.Manual("E09000007", "hmo", "[ mandatory-hmo ]", "mandatory-hmo"));
        foreach (var (day, people, rows) in new[] { ("2026-01-01", 5, first), ("2026-02-01", 7, then) })
        {
            var neighbours = string.Concat(Enumerable.Range(1, 40).Select(n => FormattableString.Invariant($"CAM/{n},\"{n} Quillfeather Road, N1 1AA\",Brightfold Lettings Ltd,,01/02/2023,{(n < 3 ? "31/02/2028" : "31/01/2028")},{(n == 4 ? people : 5)}\n")));
            night.Hand("camden", $"hmo_{day}.csv", $"Ref,Address,Holder,Manager,Start,End,People\n{neighbours}CAM/8,\"8 Quillfeather Road, N1 1AA\",Brightfold Lettings Ltd,,01/02/2023,31/01/2028,5\n{rows}");
        }

        await night.RunAsync(invented: false);
        return night;
    }

    /// <summary>Every count of the public file and of the facts of the site, as text.</summary>
    private static List<string> Counted(InventedNight night)
    {
        var lines = Support.Registers.Open(night.Data, "public.db", c => c.Query<string>("""
            select 'stream ' || as_at || ' ' || rows_read || ' ' || published || ' ' || quarantined || ' ' || not_a_record || ' ' || held || ' ' || licences from stream
            union all select 'copy ' || as_at || ' ' || licences from copy
            union all select 'event ' || as_at || ' ' || code || ' ' || count(*) from event group by as_at, code
            union all select 'issue ' || code || ' ' || count(*) from issue group by code
            union all select 'former ' || count(*) from former_licence
            """).ToList());
        var facts = SiteFacts.Read(new SiteFolders(night.Data, night.Sources, InventedNight.Reference), new DateOnly(2026, 3, 2), _ => { });
        lines.AddRange(facts.Statuses.Select(s => $"status {s.Row.Rows} {s.Row.Issues}"));
        foreach (var register in facts.Boroughs.SelectMany(b => b.Registers))
        {
            lines.Add($"register {register.Rows} {register.Licences} {register.SetAside}");
            lines.AddRange(register.Events.Select(e => $"register {e.Key} {e.Value}"));
            lines.AddRange(register.Issues.Select(i => $"register {i.Kind.Code} {i.Count} {i.Rows}"));
            lines.AddRange(register.Fill.Select(f => FormattableString.Invariant($"fill {f.Key} {f.Value}")));
            lines.AddRange(register.Copies.Select(c => $"copy {c.AsAt:yyyy-MM-dd} {c.RowsRead} {c.Licences} {c.Added} {c.Gone} {c.Changed}"));
        }

        return lines;
    }

    private static Task<Typed> Leave(InventedNight night, params string[] words) => Typed.Into(new FixedClock(night.Now), ["policy", .. words, "--data", night.Data]);

    private static long Open(string data, string sql) => Support.Registers.Open(data, "public.db", c => c.ExecuteScalar<long>(sql));

    /// <summary>Whether any cell of the public file has the licence's id.</summary>
    private static bool TellsOf(string data, string id) => Support.Registers.Open(data, "public.db", c =>
        c.Query<string>("select name from sqlite_master where type='table'").ToList().Any(t => c.Query($"select * from {t}").Any(r => ((IDictionary<string, object?>)r).Values.Contains(id))));

    /// <summary>Every total of the public file is the number of its rows, and every sum holds.</summary>
    private static void Adds(string data) => Support.Registers.Open(data, "public.db", c =>
    {
        c.ExecuteScalar<long>("select count(*) from stream s where licences <> (select count(*) from licence l where l.authority = s.authority and l.stream = s.stream)").ShouldBe(0);
        c.ExecuteScalar<long>("select count(*) from stream where rows_read <> published + quarantined + not_a_record + held").ShouldBe(0);
        c.ExecuteScalar<long>("select count(*) from stream s join copy p using (authority, stream, as_at, sha256) where p.licences <> s.licences").ShouldBe(0);
        c.ExecuteScalar<long>("select count(*) from stream").ShouldBeGreaterThan(0);
        return 0;
    });

    /// <summary>Rows that scorecards count, of all councils.</summary>
    private static long Scored(string data)
    {
        using var ledger = LicensingPipeline.Record.Ledger.Ask(data);
        var sources = SourceFolder.Read(Path.Combine(data, "sources"), InventedNight.Reference, data);
        var maker = Editions.Maker(ledger, sources, MethodLists.Read(InventedNight.Reference), data);
        return sources.Sources.SelectMany(s => maker.Make(s)).SelectMany(c => c.Sheets).Sum(s => s.Rows);
    }

    /// <summary>The facts of the site count what the public file holds, on every copy and of every kind; and no row is named while policy hides it.</summary>
    private static void Told(string data, TimeProvider clock)
    {
        var facts = SiteFacts.Read(new SiteFolders(data, Path.Combine(data, "sources"), InventedNight.Reference), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), _ => { });
        var counted = 0;
        foreach (var (gss, register) in facts.Boroughs.SelectMany(b => b.Registers.Where(r => r.AsAt is not null).Select(r => (b.Authority.Gss, r))))
        {
            long Count(string sql, string? more = null) => Support.Registers.Open(data, "public.db", c => c.ExecuteScalar<long>($"{sql} where authority=@gss and stream=@Name and (@more is null or @more in ({(sql.Contains("issue", StringComparison.Ordinal) ? "code" : "as_at")}))", new { gss, register.Spec.Name, more }));
            register.Licences.ShouldBe(Count("select count(*) from licence"), $"{gss} {register.Spec.Name}");
            register.Rows.ShouldBe(Count("select published from stream"), $"{gss} {register.Spec.Name}");
            register.Events.Values.Sum().ShouldBe(Count("select count(*) from event", register.AsAt!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), $"{gss} {register.Spec.Name}");
            register.Copies.Where(c => c.Published).Sum(c => c.Licences).ShouldBe(Count("select sum(licences) from copy"), $"{gss} {register.Spec.Name}");
            foreach (var issue in register.Issues)
            {
                issue.Count.ShouldBe(Count("select count(*) from issue", issue.Kind.Code), $"{gss} {register.Spec.Name} {issue.Kind.Code}");
                issue.Places.ShouldBeEmpty();
            }

            counted++;
        }

        counted.ShouldBeGreaterThan(10);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in PlayedDemo.Files(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
            File.Copy(Path.Combine(from, file), Path.Combine(to, file));
        }
    }
}
