using System.Globalization;
using System.Text;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Extract;
using LicensingPipeline.Normalise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Vendors;

/// <summary>
/// What is read of each vendor's sample, to the letter: the approved files beside this one. However the vendor cuts its pages and however
/// a copy is handed in, the licences are the same.
/// </summary>
public sealed class VendorGoldenTests
{
    private static readonly DateOnly AsAt = new(2026, 10, 31);

    public static TheoryData<string> Streams => [.. VendorSamples.All.Select(s => s.Stream)];

    [Theory, MemberData(nameof(Streams))]
    public void What_is_read_of_the_sample_is_what_was_approved(string stream)
    {
        var sample = VendorSamples.Of(stream);
        Approve(sample, Read(sample, ("register", sample.Write(sample.Copy))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void One_description_reads_the_platform_s_report_in_every_container(int container)
    {
        var (text, report) = (VendorSamples.Reports[0], VendorSamples.Reports[container]);
        var read = Read(report, noRecords: container == 2, ("register", report.Write(report.Copy)));

        Approve(report, read);
        read.ShouldBe(Read(text, ("register", text.Write(text.Copy))));
    }

    [Theory, MemberData(nameof(Streams))]
    public void Every_sample_carries_the_mark(string stream)
    {
        var sample = VendorSamples.Of(stream);
        Encoding.UTF8.GetString(sample.Write(sample.Copy)).ShouldContain(Demonstration.Mark);
        sample.Yaml.ShouldContain(Demonstration.Mark);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(2_000)]
    public void Where_a_page_ends_does_not_matter(int records)
    {
        var (socrata, arcgis) = (VendorSamples.Of("socrata"), VendorSamples.Of("arcgis"));

        Read(socrata, Named(SampleSocrata.Pages(socrata.Copy, records))).ShouldBe(Read(socrata, ("register", SampleSocrata.Page(socrata.Copy))));
        Read(arcgis, [("layer.json", SampleArcGis.Description(arcgis.Copy)), .. Named(SampleArcGis.Pages(arcgis.Copy, records))]).ShouldBe(Read(arcgis, ("register", SampleArcGis.Saved(arcgis.Copy))));
    }

    [Fact]
    public void Saved_pages_read_alike_as_files_as_a_zip_and_as_the_json_of_a_script()
    {
        var sample = VendorSamples.Of("details");
        var zipped = Read(sample, ("pages.zip", VendorSamples.Details.Zip(sample.Copy)));

        Read(sample, [.. VendorSamples.Details.Pages(sample.Copy).Select(p => (p.Name["pages/".Length..], p.Page))]).ShouldBe(zipped);
        // The sample's JSON lies one level deeper than a script's own.
        var deeper = sample with { Yaml = sample.Yaml.Replace("{ format: metastreet-details }", "{ format: metastreet-details, path: register.licences }", StringComparison.Ordinal) };
        Read(deeper, ("pages.json", VendorSamples.Details.Json(sample.Copy))).ShouldBe(zipped);
    }

    [Fact]
    public void Labels_that_were_reworded_are_read_by_the_same_description()
    {
        var sample = VendorSamples.Of("details");
        var reworded = sample.Copy with { Headings = [.. sample.Copy.Headings.Select(h => h == "Licence end date" ? "Licence expiry" : h)] };
        var old = VendorSamples.Details.Pages(sample.Copy).Take(60);
        var now = VendorSamples.Details.Pages(reworded).Skip(60).Select(p => (p.Name, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(p.Page).Replace("Licence number ", "Licence reference number ", StringComparison.Ordinal))));

        Read(sample, [.. old, .. now]).ShouldBe(Read(sample, ("pages.zip", sample.Write(sample.Copy))));
    }

    private static (string Name, byte[] Bytes)[] Named(IReadOnlyList<byte[]> pages) =>
        [.. pages.Select((p, i) => (string.Create(CultureInfo.InvariantCulture, $"page-{i + 1:0000}.json"), p))];

    private static void Approve(VendorSample sample, List<string> read)
    {
        read.Count.ShouldBe(sample.Copy.Rows.Count);
        var made = read.Prepend(Demonstration.Mark).Take(9).ToList();
        var approved = Checkout.File("tests", "LicensingPipeline.Tests", "Vendors", $"{sample.Stream}.approved.txt");
        if (!made.SequenceEqual(File.ReadAllLines(approved), StringComparer.Ordinal))
        {
            // Where the change is meant, the received file takes the place of the approved one.
            File.WriteAllLines(approved.Replace(".approved.", ".received.", StringComparison.Ordinal), made);
        }

        made.ShouldBe(File.ReadAllLines(approved));
    }

    private static List<string> Read(VendorSample sample, params (string Name, byte[] Bytes)[] files) => Read(sample, noRecords: false, files);

    /// <summary>Each licence on a line: the fields that were read, without where they stood.</summary>
    /// <param name="noRecords">Whether lines that are no entry stand in the file, such as the foot of a page.</param>
    private static List<string> Read(VendorSample sample, bool noRecords, params (string Name, byte[] Bytes)[] files)
    {
        var authorities = new Dictionary<string, Authority>(StringComparer.Ordinal) { [VendorSamples.Authority] = new(VendorSamples.Authority, "Kittlebarrow (invented)", VendorSamples.ShortName, "Nowhere", "", null, null) };
        var (source, errors) = SourceReader.Read($"{VendorSamples.ShortName}.yaml", sample.Yaml, authorities);
        errors.ShouldBeEmpty();
        var spec = source!.Streams.ShouldHaveSingleItem();
        var copy = new CopyReader(VendorSamples.Authority, spec, [.. files.Select(f => new SourceFile(f.Name, () => new MemoryStream(f.Bytes, writable: false)))], AsAt);
        var lines = copy.Read().Select(r => string.Join(" | ", Fields.All.Where(f => f is > Field.Stream and < Field.Sha256 && r.Row.Licence[f] is not null).Select(f => $"{f.Key()} {r.Row.Licence[f]}"))).ToList();
        copy.FileIssues.ShouldBeEmpty();
        (copy.Summary.NotARecordRows > 0).ShouldBe(noRecords);
        return lines;
    }
}
