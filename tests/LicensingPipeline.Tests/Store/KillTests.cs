using System.Diagnostics;
using System.Security.Cryptography;
using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Store;

/// <summary>The real program, killed at any moment: what people query is last night's or tonight's, and a rerun ends where an undisturbed run would.</summary>
public sealed class KillTests
{
    private const int Streams = 3, RowsInStream = 2_000, Kills = 20;

    private static readonly string[] Dates = ["2026-01-31", "2026-02-28"];

    private static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "licensing.dll");

    [Fact]
    public async Task A_run_that_is_killed_at_any_moment_leaves_last_night_or_tonight_and_nothing_is_lost()
    {
        using var nights = Invented();
        await RunAsync(nights, nights.Data);
        var lastNight = Registers.Hash(nights.Data);
        HandIn(nights, Dates[1]);
        var undisturbed = Path.Combine(nights.Data, "..", "undisturbed");
        Copy(nights.Data, undisturbed);
        var took = await RunAsync(nights, undisturbed);
        var tonight = Registers.Hash(undisturbed);
        Registers.Count(undisturbed, "select count(*) from event where code='remapped'").ShouldBe(Streams * RowsInStream);
        var random = new Random(20261122);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        // The first kills begin from last night, each on what the one before left behind, so that wreckage piles up.
        for (var kill = 0; kill < Kills; kill++)
        {
            if (kill % 5 == 0)
            {
                Directory.Delete(nights.Data, recursive: true);
                Copy(Path.Combine(undisturbed, "..", "last"), nights.Data);
            }

            await KillAsync(nights, took * (0.1 + (0.95 * random.NextDouble())));
            seen.Add(Check(nights.Data, lastNight, tonight));
        }

        await RunAsync(nights, nights.Data);
        Registers.Hash(nights.Data).ShouldBe(tonight, StringComparer.Ordinal);
        File.ReadAllBytes(Path.Combine(nights.Data, "public.db")).ShouldBe(File.ReadAllBytes(Path.Combine(undisturbed, "public.db")));
        seen.Contains(lastNight).ShouldBeTrue("no kill came early enough to prove anything");
    }

    [Fact]
    public async Task A_first_run_that_is_killed_leaves_no_half_database()
    {
        using var nights = Invented();
        var took = await RunAsync(nights, nights.Data);
        var done = Registers.Hash(nights.Data);
        var random = new Random(7);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Directory.Delete(nights.Data, recursive: true);
            await KillAsync(nights, took * (0.3 + (0.6 * random.NextDouble())));
            if (File.Exists(Path.Combine(nights.Data, "registers.db")))
            {
                Registers.Hash(nights.Data).ShouldBe(done);
            }
        }

        await RunAsync(nights, nights.Data);
        Registers.Hash(nights.Data).ShouldBe(done);
    }

    [Fact]
    public async Task A_run_while_another_is_going_on_is_refused_with_a_sentence()
    {
        using var nights = Invented();
        using var first = Start(nights, nights.Data);
        while (!File.Exists(Path.Combine(nights.Data, "run.lock")) && !first.HasExited)
        {
            await Task.Yield();
        }

        using var second = Start(nights, nights.Data);
        var said = await second.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);
        await first.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await first.WaitForExitAsync(TestContext.Current.CancellationToken);

        first.ExitCode.ShouldBe(0);
        second.ExitCode.ShouldBe(1);
        said.ShouldContain(FormattableString.Invariant($"Another run is going on in this data folder (process {first.Id}). Wait until it ends, or stop it."));
    }

    [Theory]
    [InlineData("")]
    [InlineData("999999 2026-01-01T00:00:00.0000000Z")]
    [InlineData("1 2026-01-01T00:00:00.0000000Z")]
    [InlineData("rubbish")]
    public async Task A_lock_that_a_killed_run_left_is_taken_over(string held)
    {
        using var nights = new Nights().Source().Copy(Dates[0], Rows.Csv(Rows.Of(1, 5)));
        Directory.CreateDirectory(nights.Data);
        await File.WriteAllTextAsync(Path.Combine(nights.Data, "run.lock"), held, TestContext.Current.CancellationToken);

        (await nights.OneAsync()).State.ShouldBe("Ok");

        nights.Said.ShouldContain(s => s.Contains("left its lock", StringComparison.Ordinal));
        File.Exists(Path.Combine(nights.Data, "run.lock")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_run_killed_between_the_two_renames_prints_the_public_file_again()
    {
        using var nights = new Nights().Source().Copy(Dates[0], Rows.Csv(Rows.Of(1, 5)));
        await nights.OneAsync();
        var old = await File.ReadAllBytesAsync(Path.Combine(nights.Data, "public.db"), TestContext.Current.CancellationToken);
        await nights.Copy(Dates[1], Rows.Csv(Rows.Of(1, 9))).OneAsync();
        await File.WriteAllBytesAsync(Path.Combine(nights.Data, "public.db"), old, TestContext.Current.CancellationToken);

        await nights.OneAsync();

        Registers.Open(nights.Data, "public.db", c => c.ExecuteScalar<long>("select count(*) from licence")).ShouldBe(9);
    }

    [Fact]
    public async Task A_run_that_dies_while_it_reads_anew_forgets_nothing_of_our_own_change()
    {
        using var nights = new Nights().Source().Copy(Dates[0], Rows.Csv(Rows.Of(1, 5))).Copy(Dates[1], Rows.Csv(Rows.Of(1, 6)));
        var newest = (await nights.OneAsync()).Sha256!;
        nights.Source(("constants", "{ scheme: additional-hmo }"));
        var folder = SourceFolder.Read(nights.Sources, nights.Reference);
        var archive = new Archive(Path.Combine(nights.Data, "archive"));
        Stream Dies(string sha256) => sha256 == newest ? throw new OperationCanceledException() : archive.Open(sha256);
        using (var ledger = new LicensingPipeline.Record.Ledger(Path.Combine(nights.Data, "ledger.db")))
        {
            var dying = new LicensingPipeline.Record.StreamNight(ledger, folder.Sources[0], folder.Sources[0].Streams[0], folder, nights.Options(), Dies);
            Should.Throw<OperationCanceledException>(() => dying.Run(null, null));
        }

        var night = await nights.OneAsync();

        night.Events.ShouldCount(("remapped", 6));
        Registers.Count(nights.Data, "select count(*) from event where code='granted'").ShouldBe(1);
    }

    private static Nights Invented()
    {
        var nights = new Nights();
        HandIn(nights, Dates[0]);
        return nights;
    }

    private static void HandIn(Nights nights, string date)
    {
        var second = date == Dates[1];
        foreach (var i in Enumerable.Range(1, Streams))
        {
            nights.Copy(date, Rows.Csv(Rows.Of(second ? 21 : 1, 100, persons: second ? "4" : "3"), Rows.Of(101, RowsInStream + (second ? 30 : 0))), $"s{i}");
        }

        // On the second night our reading moves too, so that our own change must survive a kill as well as the council's.
        nights.Source("example", Nights.SourceYaml(Nights.Gss,
            [.. Enumerable.Range(1, Streams).Select(i => ($"s{i}", new (string, string?)[]
            {
                ("manual", $$"""{ folder: s{{i}}, files: '*.csv', as-at: { name: '(\d{4}-\d\d-\d\d)' } }"""),
                ("constants", second ? "{ scheme: additional-hmo }" : "{ scheme: selective }"),
            }))]));
    }

    private static async Task<TimeSpan> RunAsync(Nights nights, string data)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var run = Start(nights, data);
        var said = await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        run.ExitCode.ShouldBe(0, said);
        var last = Path.Combine(nights.Data, "..", "last");
        if (!Directory.Exists(last))
        {
            Copy(data, last);
        }

        return TimeProvider.System.GetElapsedTime(started);
    }

    private static async Task KillAsync(Nights nights, TimeSpan after)
    {
        using var run = Start(nights, nights.Data);
        var said = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Task.Delay(after, TimeProvider.System, TestContext.Current.CancellationToken);
        run.Kill(entireProcessTree: false);
        await said;
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static Process Start(Nights nights, string data)
    {
        string[] arguments = [Program, "run", "--sources", nights.Sources, "--inbox", nights.Inbox, "--data", data];
        var run = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        run.BeginOutputReadLine();
        return run;
    }

    /// <summary>What must hold after every kill; gives the hash of what people would have read.</summary>
    private static string Check(string data, string lastNight, string tonight)
    {
        var hash = Registers.Hash(data);
        hash.ShouldBeOneOf(lastNight, tonight);
        Registers.Open(data, "public.db", c => c.ExecuteScalar<string>("pragma integrity_check")).ShouldBe("ok");
        using var ledger = new LicensingPipeline.Record.Ledger(Path.Combine(data, "ledger.db"));
        ledger.Connection.ExecuteScalar<string>("pragma integrity_check").ShouldBe("ok");
        foreach (var sha256 in ledger.Connection.Query<string>("select distinct f.value ->> 'Sha256' from snapshot, json_each(files) f"))
        {
            using var bytes = File.OpenRead(Path.Combine(data, "archive", sha256[..2], sha256));
            Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(sha256);
        }

        ledger.Connection.ExecuteScalar<long>("select count(*) from snapshot where id not in (select snapshot from verdict) and as_at=@date", new { date = Dates[0] }).ShouldBe(0);
        return hash;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
