using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Normalise;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Catalogue;

/// <summary>Every fixture beside the sources says that it is invented, and is read by its stream without a row set aside.</summary>
public sealed class SourceFixturesTests
{
    [Fact]
    public void The_fixtures_of_the_project_read() => Faults(Checkout.File("sources")).ShouldBeEmpty();

    [Fact]
    public void A_fixture_that_no_longer_fits_is_reported()
    {
        using var folder = new Folder();
        folder.Write("camden.yaml", InventedNight.Manual("E09000007", "hmo", "[ mandatory-hmo ]", "mandatory-hmo").Replace("@FOLDER@", "camden", StringComparison.Ordinal));
        folder.Write("fixtures/camden-hmo.csv", $"\"{Demonstration.Mark}\"\nRef,Address,Holder,Manager,Start,End,People\nA/1,\"1 Quillfeather Road, Q1 1ZZ\",Ada Testholder,,01/02/2023,31/01/2028,5\n");
        Faults(folder.Path).ShouldBeEmpty();
        folder.Write("fixtures/camden-hmo.csv", "Ref,Adress\nA/1,1 Quillfeather Road\n");
        Faults(folder.Path).ShouldBe(["camden-hmo.csv does not say that it is invented", "camden-hmo.csv: HeldDrift"]);
        folder.Write("fixtures/camden-other.csv", $"\"{Demonstration.Mark}\"\n");
        Faults(folder.Path)[^1].ShouldBe("camden-other.csv belongs to no stream");
    }

    private static List<string> Faults(string sources)
    {
        var faults = new List<string>();
        var fixtures = Path.Combine(sources, "fixtures");
        var folder = SourceFolder.Read(sources, Checkout.File("data", "reference"));
        foreach (var path in (Directory.Exists(fixtures) ? Directory.GetFiles(fixtures, "*.csv") : []).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (!File.ReadAllText(path).Contains(Demonstration.Mark, StringComparison.Ordinal))
            {
                faults.Add($"{name} does not say that it is invented");
            }

            var stream = folder.Streams().FirstOrDefault(s => $"{s.Source.ShortName}-{s.Spec.Name}.csv" == name);
            if (stream.Spec is null)
            {
                faults.Add($"{name} belongs to no stream");
                continue;
            }

            faults.AddRange(Read(stream.Source.Authority, stream.Spec, path).Select(f => $"{name}: {f}"));
        }

        return faults;
    }

    private static List<string> Read(string authority, StreamSpec spec, string path)
    {
        try
        {
            var file = new SourceFile(Path.GetFileName(path), () => File.OpenRead(path));
            var rows = new CopyReader(authority, spec with { Read = new ReadSpec("csv") { Separator = "comma" } }, [file], new DateOnly(2026, 1, 1)).Read().ToList();
            return rows.Count == 0 ? ["it holds no row"] : [.. rows.Where(r => r.Row.Quarantine is not null).Select(r => $"{r.Mapped.Where} {r.Row.Quarantine}")];
        }
        catch (SourceException failed)
        {
            return [failed.State.ToString()];
        }
    }
}
