using System.Globalization;
using System.Text.RegularExpressions;

namespace LicensingPipeline.Cli.Bench;

/// <summary>Times the whole chain on an invented register beside what the sqlite3 shell needs for the same rows, and on a long PDF.</summary>
internal static partial class BenchRun
{
    private const string Floor = """
        pragma journal_mode=off;
        pragma synchronous=off;
        .import --csv REGISTER m
        create index r on m("Licence No");
        create index p on m(Postcode);
        create index h on m("Licence Holder");
        create virtual table t using fts5("Property Address", "Licence Holder", "Manager", content='m');
        insert into t(t) values('rebuild');
        """;

    /// <summary>Runs the bench in a folder of its own, which is removed afterwards.</summary>
    public static async Task<IReadOnlyList<BenchFigure>> RunAsync(int rows, int times, Action<string> say, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("licensing-bench-").FullName;
        try
        {
            var (sources, register) = Lay(folder, rows);
            say(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} invented rows, {new FileInfo(register).Length / 1e6:N0} MB."));
            var chain = await MeasureAsync(folder, register, sources, times, say, ct);
            return [.. chain, .. await BenchPdf.RunAsync(Directory.CreateDirectory(Path.Combine(folder, "pdf")).FullName, Math.Min(rows, BenchPdf.Licences), say, ct)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Writes the invented register and its source file below a folder.</summary>
    public static (string Sources, string Register) Lay(string folder, int rows)
    {
        var inbox = Directory.CreateDirectory(Path.Combine(folder, "inbox", "bench")).FullName;
        var sources = Directory.CreateDirectory(Path.Combine(folder, "sources")).FullName;
        File.WriteAllText(Path.Combine(sources, BenchRegister.ShortName + ".yaml"), BenchRegister.SourceFile(rows));
        var register = Path.Combine(inbox, "register.csv");
        BenchRegister.Write(register, rows, seed: 1);
        return (sources, register);
    }

    private static async Task<IReadOnlyList<BenchFigure>> MeasureAsync(string folder, string register, string sources, int times, Action<string> say, CancellationToken ct)
    {
        var (floors, chains, publics, peaks) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < times; i++)
        {
            var shell = await Measured.RunAsync("sqlite3", [Fresh(folder, "floor.db")], Floor.Replace("REGISTER", register, StringComparison.Ordinal), ct);
            var data = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"data{i}"));
            var run = await NightAsync(folder, sources, data, ct);
            var open = PublicTime().Match(run.Error) is { Success: true } m ? double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
            if (run.Exit != 0 || shell.Exit != 0)
            {
                return [new BenchFigure("chain_ratio", null, "ratio", "<= 1", false, $"could not be measured: sqlite3 ended with {shell.Exit}, the run with {run.Exit}: {run.Error}")];
            }

            floors.Add(shell.Seconds);
            chains.Add(run.Seconds - open);
            publics.Add(open);
            peaks.Add(run.PeakMegabytes);
            say(string.Create(CultureInfo.InvariantCulture, $"pair {i + 1}: sqlite3 {shell.Seconds:F2} s, chain {run.Seconds - open:F2} s, public file {open:F2} s, {run.PeakMegabytes:F0} MB, {run.CpuSeconds:F1} s of processor."));
            if (i < times - 1)
            {
                Directory.Delete(data, recursive: true);
            }
        }

        var quiet = await NightAsync(folder, sources, Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"data{times - 1}")), ct);
        var floor = Median(floors);
        var ratio = Median([.. chains.Zip(floors, (c, f) => c / f)]);
        return
        [
            BenchFigure.AtMost("chain_ratio", ratio, "ratio", 1.0, string.Create(CultureInfo.InvariantCulture, $"sqlite3 shell in the same run, {floor:F2} s")),
            BenchFigure.AtMost("peak_mb", peaks.Max(), "MB", 400, "resident memory of the whole process"),
            BenchFigure.AtMost("quiet_night_cpu_seconds", quiet.CpuSeconds, "s", 2.0, "a second run over the same copy"),
            BenchFigure.Plain("chain_seconds", Median(chains), "s", "start of the program to the swap, public file apart"),
            BenchFigure.Plain("public_seconds", Median(publics), "s", "writing public.db"),
        ];
    }

    private static async Task<Measured> NightAsync(string folder, string sources, string data, CancellationToken ct) => await Measured.RunAsync(
        "dotnet", [typeof(BenchRun).Assembly.Location, "run", "--sources", sources, "--inbox", Path.Combine(folder, "inbox"), "--data", data], null, ct);

    private static string Fresh(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        File.Delete(path);
        return path;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    [GeneratedRegex(@"public file written in ([0-9.]+) s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PublicTime();
}
