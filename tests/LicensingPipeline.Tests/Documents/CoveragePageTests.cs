using LicensingPipeline.Catalogue;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Documents;

/// <summary>docs/coverage.md is what the source files and inventories make of it.</summary>
public sealed class CoveragePageTests
{
    [Fact]
    public void The_page_is_what_the_files_say()
    {
        var made = Make();
        var received = Checkout.File("docs", "coverage.received.md");
        var page = Checkout.File("docs", "coverage.md");
        if (File.Exists(page) && File.ReadAllText(page) == made)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, made);
        Assert.Fail("docs/coverage.md is not what sources/ and data/inventory/ make of it. Look at docs/coverage.received.md; if it is right, accept it: mv docs/coverage.received.md docs/coverage.md");
    }

    [Fact]
    public void It_has_a_row_for_each_authority()
    {
        var rows = Make().Split('\n').Where(l => l.StartsWith("| [", StringComparison.Ordinal)).ToList();
        rows.Count.ShouldBe(33);
        rows.ShouldAllBe(r => r.Split(" | ").Length == 10);
    }

    private static string Make()
    {
        var folder = SourceFolder.Read(Checkout.File("sources"), Checkout.File("data", "reference"));
        folder.Errors.ShouldBeEmpty();
        return CoveragePage.Write(folder, Inventory.ReadFolder(Checkout.File("data", "inventory"), folder.Reference.Authorities).Inventories);
    }
}
