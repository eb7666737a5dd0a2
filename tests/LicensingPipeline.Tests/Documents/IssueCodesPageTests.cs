using System.Reflection;
using LicensingPipeline.Summarise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Documents;

/// <summary>The catalogue of issues is whole, and docs/issue-codes.md is what it says.</summary>
public sealed class IssueCodesPageTests
{
    [Fact]
    public void Every_code_stands_in_the_table_once_and_nothing_else_does()
    {
        var constants = typeof(IssueCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);
        IssueCodes.Table.Select(k => k.Code).ShouldBe(constants, ignoreOrder: true);
    }

    [Fact]
    public void What_is_ours_has_no_mend_and_counts_nowhere_and_all_else_says_how_it_is_mended()
    {
        foreach (var kind in IssueCodes.Table)
        {
            (kind.Mend is null).ShouldBe(kind.Cause == Cause.Parser, kind.Code);
            (kind.Cause is Cause.Parser or Cause.Withheld).ShouldBe(kind.Dimension == Dimension.None, kind.Code);
            kind.Sentence.ShouldEndWith(".", customMessage: kind.Code);
            (kind.Mend ?? ".").ShouldEndWith(".", customMessage: kind.Code);
            kind.RestsOn.Length.ShouldBeGreaterThan(10, kind.Code);
        }
    }

    [Fact]
    public void The_sentences_blame_nobody()
    {
        foreach (var never in NeverOurs.Words)
        {
            IssueCodes.Table.ShouldAllBe(k => !$"{k.Sentence} {k.Mend} {k.RestsOn}".Contains(never, StringComparison.OrdinalIgnoreCase), never);
        }
    }

    [Fact]
    public void The_page_is_what_the_code_makes_of_it()
    {
        var made = IssueCodesPage.Write();
        var received = Checkout.File("docs", "issue-codes.received.md");
        var page = Checkout.File("docs", "issue-codes.md");
        if (File.Exists(page) && File.ReadAllText(page) == made)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, made);
        Assert.Fail("docs/issue-codes.md is not what the code makes of it. Look at docs/issue-codes.received.md; if it is right, accept it: mv docs/issue-codes.received.md docs/issue-codes.md");
    }
}
