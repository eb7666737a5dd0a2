using System.Globalization;
using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Normalise;
using LicensingPipeline.Resolve;

namespace LicensingPipeline.Cli.Bench;

/// <summary>Measures the reading of names: on names labelled by hand, on a real list full of company numbers, and against the clock.</summary>
internal static partial class BenchNames
{
    private const string Absent = "could not be measured: there is no workbook swindon-2025/*.xlsx among the registers";

    /// <summary>The figures; one that could not be measured is there with met false.</summary>
    public static IEnumerable<BenchFigure> Measure(string registersFolder)
    {
        var folder = Path.Combine(registersFolder, "swindon-2025");
        var list = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.xlsx") : [];
        return [.. Judged(LabelledNames.Read()), .. list.Length == 0 ? [Missing("swindon_spellings", ">= 158"), Missing("swindon_false_joins", "<= 0")] : Spellings(Holders(list[0]))];
    }

    /// <summary>Names read in a second, on as many threads as there are cores up to two.</summary>
    public static IEnumerable<BenchFigure> Speed(int times, TimeProvider time)
    {
        var names = LabelledNames.Read().ConvertAll(n => n.Name);
        var threads = Math.Min(2, Environment.ProcessorCount);
        Loop(names, 200);
        var rate = Enumerable.Range(0, times).Max(_ => Round(names, threads, time));
        yield return BenchFigure.AtLeast("names_per_second", Math.Floor(rate), "1/s", 500_000, string.Create(CultureInfo.InvariantCulture, $"the {names.Count} labelled names over and over on {threads} threads; the best of {times} rounds"));
    }

    private static BenchFigure Missing(string figure, string target) => new(figure, null, "", target, false, Absent);

    private static IEnumerable<BenchFigure> Judged(List<LabelledName> set)
    {
        var judged = set.ConvertAll(n => (n.Group, Right: NameReader.Explain(n.Name)[0].Value == n.Kind ? 1.0 : 0.0));
        var worst = judged.GroupBy(j => j.Group, StringComparer.Ordinal).Select(g => (g.Key, Share: g.Average(j => j.Right))).OrderBy(g => g.Share).ThenBy(g => g.Key, StringComparer.Ordinal).First();
        yield return BenchFigure.AtLeast("names_all", judged.Average(j => j.Right), "share", 0.98, string.Create(CultureInfo.InvariantCulture, $"{set.Count} invented names, labelled by hand before there was a reader"));
        yield return BenchFigure.AtLeast("names_worst_group", worst.Share, "share", 0.95, $"the group that fared worst: {worst.Key}");
    }

    /// <summary>
    /// A spelling is right where its holder is that of every spelling with the same number, and of no spelling with another
    /// one. Which number a spelling has is said by a loose pattern of its own, not by the reader that is judged.
    /// </summary>
    private static IEnumerable<BenchFigure> Spellings(List<string> holders)
    {
        var spelled = holders.Select(h => WhiteSpace().Replace(h.Trim(), " ")).Distinct(StringComparer.Ordinal)
            .Select(h => (Name: h, Number: LooseNumber().Match(h))).Where(h => h.Number.Success)
            .Select(h => (Key: Holder(h.Name), Number: h.Number.Groups[1].Value.PadLeft(8, '0'))).ToList();
        var keys = spelled.GroupBy(s => s.Number, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(s => s.Key).Distinct().ToList(), StringComparer.Ordinal);
        var numbers = spelled.Where(s => s.Key is not null).GroupBy(s => s.Key!.Value).ToDictionary(g => g.Key, g => g.Select(s => s.Number).Distinct(StringComparer.Ordinal).Count());
        var right = spelled.Count(s => keys[s.Number].Count == 1 && s.Key is { } key && numbers[key] == 1);
        yield return BenchFigure.AtLeast("swindon_spellings", right, "of " + spelled.Count.ToString(CultureInfo.InvariantCulture), 158, "spellings whose number a loose pattern finds");
        yield return BenchFigure.AtMost("swindon_false_joins", numbers.Count(n => n.Value > 1), "holders", 0, "one holder for spellings of different numbers");
    }

    /// <summary>The holder of a cell as a nightly run would have it.</summary>
    private static ulong? Holder(string cell)
    {
        var read = NameReader.Read(cell);
        var values = new string?[Fields.Count];
        (values[(int)Field.HolderName], values[(int)Field.HolderKind], values[(int)Field.HolderCompanyNumber]) = (read.Text, read.KindText, read.CompanyNumber);
        return HolderKey.Of(new Licence(values));
    }

    /// <summary>The second column of the list, below its heading.</summary>
    private static List<string> Holders(string workbook)
    {
        var file = new SourceFile(Path.GetFileName(workbook), () => File.OpenRead(workbook));
        var rows = new XlsxReader().Open([file], new ReadSpec("xlsx"), []).Single().Rows;
        return [.. rows.Skip(1).Where(r => r.Cells.Length > 1).Select(r => r.Cells[1])];
    }

    private static double Round(List<string> names, int threads, TimeProvider time)
    {
        const int Times = 500;
        var start = time.GetTimestamp();
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => Loop(names, Times));
        return threads * (double)Times * names.Count / time.GetElapsedTime(start).TotalSeconds;
    }

    private static long Loop(List<string> names, int times)
    {
        var sum = 0L;
        for (var i = 0; i < times; i++)
        {
            foreach (var name in names)
            {
                sum += (int)NameReader.Read(name).Kind;
            }
        }

        return sum;
    }

    [GeneratedRegex(@"((?:[A-Z]{2}|[0-9]{1,2})[0-9]{6})(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LooseNumber();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WhiteSpace();
}
