using System.Reflection;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Collect;
using LicensingPipeline.Extract;
using LicensingPipeline.Normalise;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Demo;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Documents;

[Collection(PlayedDemoGroup.Name)]
public sealed class RulesPageTests(PlayedDemo demo)
{
    [Fact]
    public void Every_rule_of_the_code_is_in_the_book_and_every_rule_of_the_book_in_the_code()
    {
        var constants = new[] { typeof(Rules), typeof(AddressRules) }.SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).ToList();
        RuleBook.All.Select(r => r.Id).ShouldBe(constants, ignoreOrder: true);
        RuleBook.All.ShouldAllBe(r => r.What.EndsWith('.') && r.Taught.Length > 5 && r.Before != r.After | r.Id == Rules.DateIso);
    }

    [Fact]
    public void The_page_of_rules_is_what_the_code_and_the_demonstration_make_it()
    {
        var made = RulesPage.Write(Fired());
        var page = Checkout.File("docs", "normalisation-rules.md");
        if (!File.Exists(page) || File.ReadAllText(page) != made)
        {
            File.WriteAllText(Checkout.File("docs") + "/normalisation-rules.received.md", made);
            Assert.Fail("docs/normalisation-rules.md is not what the code makes of it. Look at docs/normalisation-rules.received.md; if it is right, accept it: mv docs/normalisation-rules.received.md docs/normalisation-rules.md");
        }
    }

    private SortedDictionary<string, long> Fired()
    {
        var hits = new List<RuleHit>();
        var sources = SourceFolder.Read(Path.Combine(demo.Data, "sources"), PlayedDemo.Samples.Reference);
        var archive = new Archive(Path.Combine(demo.Data, "archive"));
        using (var ledger = Ledger.Ask(demo.Data))
        {
            foreach (var (source, spec) in sources.Streams())
            {
                foreach (var copy in Snapshots.Of(ledger, Snapshots.Streams(ledger).Single(s => s.Authority == source.Authority && s.Name == spec.Name).Id))
                {
                    Read(source.Authority, spec, [.. copy.Files.Select(f => new SourceFile(f.Name, () => archive.Open(f.Sha256)))], copy.AsAt, hits);
                }
            }
        }

        var shapes = SourceFolder.Read(PlayedDemo.Shapes.Sources, PlayedDemo.Shapes.Reference).Streams();
        foreach (var (source, spec) in shapes)
        {
            foreach (var night in SampleBook.Streams().Single(s => s.ShortName == source.ShortName && s.Nights[0].Expected.Stream == spec.Name).Nights.Where(n => n.Copy is not null))
            {
                Read(source.Authority, spec, [new SourceFile("sample", () => new MemoryStream(night.Bytes!))], new DateOnly(2026, 11, 1), hits);
            }
        }

        return new SortedDictionary<string, long>(hits.CountBy(h => h.Rule, StringComparer.Ordinal).ToDictionary(c => c.Key, c => (long)c.Value, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static void Read(string authority, StreamSpec spec, IReadOnlyList<SourceFile> files, DateOnly asAt, List<RuleHit> hits)
    {
        var reader = new CopyReader(authority, spec, files, asAt);
        try
        {
            Normaliser? again = null;
            foreach (var (mapped, _) in reader.Read())
            {
                (again ??= new Normaliser(spec, reader.Context, hits)).Normalise(mapped);
            }
        }
        catch (SourceException)
        {
            // Some copies of the demonstration cannot be read, on purpose.
        }
    }
}
