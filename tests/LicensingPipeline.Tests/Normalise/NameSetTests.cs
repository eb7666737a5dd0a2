using System.Diagnostics;
using LicensingPipeline.Normalise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

/// <summary>Invented names labelled by hand before there was a reader, and laws that hold for any text.</summary>
public sealed class NameSetTests
{
    private static readonly string File = Checkout.File("tests", "LicensingPipeline.Tests", "Normalise", "names-400.csv");

    private static List<(string Name, string Kind, string Group)> Set() =>
        [.. System.IO.File.ReadLines(File).Skip(1).Select(line => line.Split(',')).Select(c => (string.Join(',', c[..^2]).Trim('"'), c[^2], c[^1]))];

    [Fact]
    public void Ninety_eight_in_a_hundred_names_are_told_and_no_origin_fares_badly()
    {
        var judged = Set().ConvertAll(n => (n.Group, Right: (NameReader.Explain(n.Name)[0].Value) == n.Kind));

        judged.Count.ShouldBe(400);
        (judged.Count(j => j.Right) / 400.0).ShouldBeGreaterThanOrEqualTo(0.98);
        judged.GroupBy(j => j.Group, StringComparer.Ordinal).ShouldAllBe(g => g.Count() >= 40 && g.Average(j => j.Right ? 1.0 : 0.0) >= 0.95);
    }

    [Fact]
    public void No_name_of_a_person_is_taken_for_a_companys() =>
        Set().Where(n => n.Kind is "person" or "joint" or "trust").ShouldAllBe(n => NameReader.Read(n.Name).Kind != NameKind.Company && NameReader.Read(n.Name).Kind != NameKind.PublicBody);

    [Fact]
    public void Reading_what_was_read_changes_nothing()
    {
        foreach (var name in Set().Select(n => n.Name).Concat(Scrambled(2000)))
        {
            var once = NameReader.Read(name);
            var twice = NameReader.Read(once.Text);
            twice.Text.ShouldBe(once.Text, name);
        }
    }

    [Fact]
    public void Any_text_is_read_in_bounded_time_and_kept_within_itself()
    {
        var clock = Stopwatch.StartNew();
        foreach (var text in Wild(3000).Concat([new string('(', 5000), new string('a', 100_000), string.Concat(Enumerable.Repeat("a.", 5000)), string.Concat(Enumerable.Repeat("c/o & mr, ", 5000))]))
        {
            var read = NameReader.Read(text);
            text.ShouldContain(read.Text);
            foreach (var part in new[] { read.Core, read.Other, read.CareOf, read.Address })
            {
                text[part].Length.ShouldBeLessThanOrEqualTo(text.Length);
            }

            NameReader.Explain(text).ShouldNotBeEmpty();
            NameCore.Key(text);
        }

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    /// <summary>Words of the set in another order, with signs between them; the seed is fixed.</summary>
    private static IEnumerable<string> Scrambled(int count)
    {
        var random = new Random(20261122);
        string[] signs = [" ", ", ", " & ", " (", ") ", " c/o ", " t/a ", "/", " 12 ", " - ", ". ", " N1 9ZZ "];
        var words = Set().SelectMany(n => n.Name.Split(' ')).ToArray();
        for (var i = 0; i < count; i++)
        {
            var made = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => words[random.Next(words.Length)] + signs[random.Next(signs.Length)]));
            yield return made.Trim();
        }
    }

    private static IEnumerable<string> Wild(int count)
    {
        var random = new Random(42);
        for (var i = 0; i < count; i++)
        {
            var letters = new char[random.Next(0, 400)];
            for (var j = 0; j < letters.Length; j++)
            {
                letters[j] = random.Next(3) == 0 ? (char)random.Next(1, 0x10000) : (char)random.Next(32, 127);
            }

            yield return new string(letters);
        }
    }
}
