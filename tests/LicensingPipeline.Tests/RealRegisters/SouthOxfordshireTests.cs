using System.Security.Cryptography;
using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.RealRegisters;

/// <summary>
/// A real PDF to the cell. The key was typed from pictures of the pages, before the reader was run, and stays outside the
/// repository, as it holds addresses. What is kept here is the hash of its 935 cells.
/// </summary>
[Collection(RealRegistersLoaded.Name)]
public sealed class SouthOxfordshireTests
{
    [Fact]
    public void Every_cell_is_the_one_of_the_key_that_was_checked_by_hand()
    {
        RealNight.Need();
        var (_, spec) = SourceFolder.Read(RealNight.Sources, Path.Combine(RealNight.Repository, "data", "reference")).Streams().Single(s => s.Source.Authority == "E07000179");
        var path = Directory.GetFiles(Path.Combine(RealNight.Inbox, "south-oxfordshire-2025"), "*.pdf").ShouldHaveSingleItem();

        var reader = new TableReader(spec);
        var table = reader.Open([new SourceFile("south-oxfordshire.pdf", () => File.OpenRead(path))]).ShouldHaveSingleItem();
        var rows = table.Rows.ToList();

        (rows.Count, table.Headings.Names.Count, rows.Sum(r => r.Cells.Count(c => c.Length > 0))).ShouldBe((55, 17, 895));
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(rows.Select(r => string.Join('\u001F', r.Cells) + '\n'))))).ShouldBe("15ae857dcc6400ce3635c3104907152ac8f96895bf080c8f7e36a8bb225b6f90");
        rows.Select(r => r.Where).Distinct(StringComparer.Ordinal).Count().ShouldBe(55);
        rows[^1].Where.ShouldStartWith("page 5, line ");
    }
}
