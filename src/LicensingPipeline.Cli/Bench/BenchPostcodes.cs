using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Cli.Bench;

/// <summary>How well postcodes are repaired and found: damage made from a seed on every postcode in use, and the real registers.</summary>
internal static class BenchPostcodes
{
    private const int Seed = 4;

    /// <summary>Measures.</summary>
    /// <param name="postcodesFile">Outward code, tab, inward codes with spaces between them.</param>
    /// <param name="registersFolder">The real registers.</param>
    public static IEnumerable<BenchFigure> Measure(string postcodesFile, string registersFolder) => [.. Repair(postcodesFile), Registers(registersFolder)];

    /// <summary>The table of a list of postcodes in use.</summary>
    public static PostcodeTable Table(string postcodesFile)
    {
        var writer = new PostcodeTableWriter();
        foreach (var postcode in Postcodes(postcodesFile))
        {
            writer.Add(postcode, live: true, "", "", null, null);
        }

        return PostcodeTable.Of(writer.ToBytes(Path.GetFileName(postcodesFile), new Dictionary<string, string>(StringComparer.Ordinal)));
    }

    /// <summary>Exchanges one sign, and in every fourth postcode two, for what it looks like; null where none looks like another.</summary>
    public static string? Damage(string postcode, Random random)
    {
        var signs = postcode.ToCharArray();
        var places = Enumerable.Range(0, signs.Length).Where(i => Alike(signs[i]) != '\0').ToArray();
        if (places.Length == 0)
        {
            return null;
        }

        random.Shuffle(places);
        var damages = random.Next(4) == 0 ? 2 : 1;
        foreach (var place in places.Take(damages))
        {
            signs[place] = Alike(signs[place]);
        }

        return new string(signs);
    }

    private static IEnumerable<BenchFigure> Repair(string postcodesFile)
    {
        if (!File.Exists(postcodesFile))
        {
            var why = $"could not be measured: there is no list of postcodes at {postcodesFile}";
            return [Unmeasured("postcode_repair_right", ">= 0.999", why), Unmeasured("postcode_repair_accepted", ">= 0.95", why)];
        }

        var table = Table(postcodesFile);
        var (withList, byShape) = (Tried(postcodesFile, new PostcodeReader(table, "")), Tried(postcodesFile, PostcodeReader.ByShape));
        var yard = string.Create(CultureInfo.InvariantCulture, $"{withList.Tried:N0} postcodes in use, each damaged in one or two places (O/0, I/1, S/5, B/8; seed {Seed})");
        return
        [
            AtLeast("postcode_repair_right", withList.Right, withList.Accepted, 0.999, yard + "; of those accepted"),
            AtLeast("postcode_repair_accepted", withList.Accepted, withList.Tried, 0.95, yard),
            BenchFigure.Plain("postcode_repair_right_by_shape", Share(byShape.Right, byShape.Accepted), "ratio", "the same without a list of postcodes; of those accepted"),
            BenchFigure.Plain("postcode_repair_accepted_by_shape", Share(byShape.Accepted, byShape.Tried), "ratio", "the same without a list of postcodes"),
        ];
    }

    private static (long Tried, long Accepted, long Right) Tried(string postcodesFile, PostcodeReader reader)
    {
        var random = new Random(Seed);
        var (tried, accepted, right) = (0L, 0L, 0L);
        foreach (var postcode in Postcodes(postcodesFile))
        {
            if (Damage(postcode, random) is { } damaged)
            {
                var read = reader.Read(damaged).Postcode;
                (tried, accepted, right) = (tried + 1, accepted + (read is null ? 0 : 1), right + (read == postcode ? 1 : 0));
            }
        }

        return (tried, accepted, right);
    }

    private static BenchFigure Registers(string registersFolder)
    {
        const string Figure = "register_postcodes", Target = ">= 0.995";
        if (BenchRegisters.Sources() is null || !Directory.Exists(registersFolder))
        {
            return Unmeasured(Figure, Target, $"could not be measured: the real registers are not at {registersFolder}, or their source files are not in this checkout");
        }

        var rates = BenchRegisters.Rates(registersFolder, PlaceTables.None);
        var (stated, found) = (rates.Sum(r => r.PostcodesStated), rates.Sum(r => r.PostcodesFound));
        return AtLeast(Figure, found, stated, 0.995, string.Create(CultureInfo.InvariantCulture, $"{found:N0} of {stated:N0} entries of {rates.Count} streams whose text holds something like a postcode; read without a list of postcodes"));
    }

    private static IEnumerable<string> Postcodes(string file) =>
        from line in File.ReadLines(file)
        let tab = line.IndexOf('\t', StringComparison.Ordinal)
        where tab is >= 2 and <= 4
        from inward in line[(tab + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select $"{line[..tab]} {inward}";

    private static char Alike(char sign) => sign switch { 'O' => '0', '0' => 'O', 'I' => '1', '1' => 'I', 'S' => '5', '5' => 'S', 'B' => '8', '8' => 'B', _ => '\0' };

    private static BenchFigure AtLeast(string figure, long part, long whole, double least, string yardstick) =>
        new(figure, Math.Round(Share(part, whole), 6), "ratio", FormattableString.Invariant($">= {least}"), whole > 0 && Share(part, whole) >= least, yardstick);

    private static BenchFigure Unmeasured(string figure, string target, string why) => new(figure, null, "ratio", target, false, why);

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
