using System.Security.Cryptography;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Map;
using LicensingPipeline.Propose;
using LicensingPipeline.Record;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.RealRegisters;

/// <summary>What <c>sources new</c> makes of real registers, held to the source files that people wrote for them. Headings and counts only are compared.</summary>
public sealed class DraftTests
{
    private static readonly Field[] Needed = [Field.Reference, Field.PropertyAddress, Field.Postcode, Field.StartDate, Field.EndDate, Field.HolderName, Field.MaxPersons];

    [Theory]
    [InlineData("barnet", "foi-2017")]
    [InlineData("barnet", "postcodes-2024")]
    [InlineData("cherwell", "register")]
    [InlineData("hackney", "register-2021")]
    [InlineData("hammersmith-and-fulham", "foi-2013")]
    [InlineData("hammersmith-and-fulham", "foi-2017")]
    [InlineData("havering", "foi-2016")]
    [InlineData("hounslow", "foi-2017")]
    [InlineData("islington", "sample-2026")]
    [InlineData("kensington-and-chelsea", "foi-2016")]
    [InlineData("lambeth", "foi-2015")]
    [InlineData("lewisham", "register-2021")]
    [InlineData("oxford", "register")]
    [InlineData("oxford", "temporary-exemptions")]
    [InlineData("preston", "register")]
    [InlineData("sheffield", "licences-issued")]
    [InlineData("swindon", "list-2025")]
    [InlineData("trafford", "licensed-hmos")]
    [InlineData("waltham-forest", "foi-2015")]
    [InlineData("cardiff", "hmo")]
    public void A_draft_places_what_matters_and_reads(string shortName, string stream)
    {
        RealNight.Need();
        using var ledger = BorrowedLedger.Empty();
        var folder = SourceFolder.Read(RealNight.Sources, Path.Combine(RealNight.Repository, "data", "reference"));
        var source = folder.Sources.Single(s => s.ShortName == shortName);
        var spec = source.Streams.Single(s => s.Name == stream);
        var path = Directory.GetFiles(Path.Combine(RealNight.Inbox, spec.Manual!.Folder), spec.Manual.Files).Order(StringComparer.Ordinal).First();
        var drafted = Make(folder, ledger.Ledger, source, path);

        drafted.Errors.ShouldBeEmpty();
        drafted.Night!.Result.Detail.ShouldBe("");
        var placed = drafted.Draft.Placed.Select(p => p.Field).ToHashSet(StringComparer.Ordinal);
        var wanted = spec.Layouts[0].Columns.Select(c => c.Field).Where(Needed.Contains).Select(f => f.Key()).ToHashSet(StringComparer.Ordinal);
        wanted.Where(w => !placed.Contains(w)).ShouldBeEmpty();
        drafted.Draft.File().Split('\n').Length.ShouldBeLessThan(40);
        NothingOf(path, spec, drafted.Draft.File() + drafted.Draft.Fixture());
    }

    private static Drafted Make(SourceFolder folder, Ledger ledger, Source source, string path)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        var order = new DraftOrder
        {
            Authority = source.Authority,
            Stream = "draft",
            Steward = "@example",
            Today = new DateOnly(2026, 11, 22),
            Page = "https://council.example/register",
            Way = "manual: { folder: example, files: '*' }",
            Hint = "",
        };
        var copy = new Snapshot(0, order.Today, sha256, "published", null, null, [new SnapshotFile(Path.GetFileName(path), sha256)]);
        return new DraftMaker(ledger, folder, _ => File.OpenRead(path), new FakeClock()).Make(order, copy, null, []).ShouldNotBeNull();
    }

    /// <summary>No reference, name or address of the register stands in what was written; which one is not said.</summary>
    private static void NothingOf(string path, StreamSpec spec, string written)
    {
        var reader = new TableReader(spec);
        var places = new List<string>();
        foreach (var table in reader.Open([new SourceFile(Path.GetFileName(path), () => File.OpenRead(path))]))
        {
            foreach (var row in new Mapper(spec, ColumnMap.For(spec, table.Headings), reader.Summary).Map(table.Rows))
            {
                foreach (var field in new[] { Field.PropertyAddress, Field.HolderName, Field.HolderAddress, Field.ManagerName, Field.ManagerAddress, Field.Reference })
                {
                    if (row.Raw[(int)field]?.Trim() is { Length: > 7 } text && written.Contains(text, StringComparison.OrdinalIgnoreCase))
                    {
                        places.Add($"{row.Where}: {field.Key()}");
                    }
                }
            }
        }

        places.ShouldBeEmpty();
    }
}
