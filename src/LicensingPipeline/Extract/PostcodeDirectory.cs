using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Extract;

/// <summary>What was made of a national list.</summary>
/// <param name="Release">Name of the publisher's file, or of the first of them.</param>
/// <param name="Taken">Lines taken.</param>
/// <param name="Skipped">Lines that hold no postcode or home, or one outside what was asked for.</param>
public sealed record ListLoaded(string Release, long Taken, long Skipped);

/// <summary>
/// The ONS Postcode Directory: one line a postcode, those withdrawn too. Its columns are renamed from release to release
/// (<c>oslaua</c> and <c>osward</c> of old, <c>lad25cd</c> and <c>wd25cd</c> since 2025), so they are found by pattern.
/// </summary>
public static partial class PostcodeDirectory
{
    /// <summary>Whether a file is one of the directory.</summary>
    public static bool Is(NationalFile file) => Columns.Find(NationalFiles.FirstRow(file)) is { Postcode: >= 0, Terminated: >= 0 };

    /// <summary>Takes a release in.</summary>
    /// <param name="files">The files of the release.</param>
    /// <param name="into">Takes the postcodes.</param>
    /// <param name="wardNames">Takes names of wards by code.</param>
    /// <exception cref="RefusedException">There is no such file, or it lacks a column.</exception>
    public static ListLoaded Load(IReadOnlyList<NationalFile> files, PostcodeTableWriter into, Dictionary<string, string> wardNames)
    {
        var parts = Parts(files);
        foreach (var names in files.Where(f => Path.GetFileName(f.Name).Contains("ward names and codes", StringComparison.OrdinalIgnoreCase)))
        {
            Names(names, wardNames);
        }

        var (taken, skipped) = (0L, 0L);
        foreach (var part in parts)
        {
            var columns = Columns.Find(NationalFiles.FirstRow(part));
            columns.Demand(part.Name);
            foreach (var row in NationalFiles.Rows(part).Skip(1))
            {
                var added = columns.Add(row, into);
                (taken, skipped) = (taken + (added ? 1 : 0), skipped + (added ? 0 : 1));
            }
        }

        return new ListLoaded(Path.GetFileName(parts[0].Name), taken, skipped);
    }

    /// <summary>The release holds everything twice, in one file and cut by area; the one file is enough.</summary>
    private static List<NationalFile> Parts(IReadOnlyList<NationalFile> files)
    {
        var all = files.Where(Is).ToList();
        var whole = all.Where(f => !f.Name.Contains("multi_csv", StringComparison.OrdinalIgnoreCase)).ToList();
        return whole.Count > 0 ? whole : all.Count > 0 ? all
            : throw new RefusedException("No file of the ONS Postcode Directory is there: one with columns such as pcds, doterm, lat, long and lad25cd (or oslaua) is wanted.");
    }

    private static void Names(NationalFile file, Dictionary<string, string> names)
    {
        var heading = NationalFiles.FirstRow(file);
        var code = heading.Index().Where(h => WardPattern().IsMatch(h.Item)).Select(h => h.Index).FirstOrDefault(-1);
        var name = heading.Index().Where(h => WardNamePattern().IsMatch(h.Item)).Select(h => h.Index).FirstOrDefault(-1);
        if (code < 0 || name < 0)
        {
            return;
        }

        foreach (var row in NationalFiles.Rows(file).Skip(1).Where(r => r.FieldCount > Math.Max(code, name)))
        {
            names[row[code].ToString()] = row[name].ToString();
        }
    }

    [GeneratedRegex(@"^\uFEFF?(pcds|pcd|pcd7|pcd8|pcd2)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PostcodePattern();

    [GeneratedRegex(@"^((os)?laua|lad\d\dcd)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AuthorityPattern();

    [GeneratedRegex(@"^\uFEFF?((os)?ward|wd\d\dcd)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WardPattern();

    [GeneratedRegex(@"^wd\d\dnm$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WardNamePattern();

    /// <summary>Which column holds what; -1 where none does.</summary>
    private sealed record Columns(int Postcode, int Terminated, int Authority, int Ward, int Latitude, int Longitude)
    {
        public static Columns Find(IReadOnlyList<string> heading)
        {
            int Of(Func<string, bool> fits) => heading.Index().Where(h => fits(h.Item)).Select(h => h.Index).FirstOrDefault(-1);
            bool Named(string name, string wanted) => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);
            // pcds is the one with a single space; the others are there for old programs.
            var spaced = Of(h => Named(h.TrimStart('\uFEFF'), "pcds"));
            return new Columns(
                spaced >= 0 ? spaced : Of(h => PostcodePattern().IsMatch(h)), Of(h => Named(h, "doterm")), Of(h => AuthorityPattern().IsMatch(h)),
                Of(h => WardPattern().IsMatch(h)), Of(h => Named(h, "lat") || Named(h, "latitude")), Of(h => Named(h, "long") || Named(h, "longitude")));
        }

        public void Demand(string file)
        {
            var missing = new[] { (Authority, "the authority (oslaua, laua, lad25cd)"), (Latitude, "lat"), (Longitude, "long") }.Where(c => c.Item1 < 0).Select(c => c.Item2).ToList();
            if (missing.Count > 0)
            {
                throw new RefusedException($"{Path.GetFileName(file)} looks like the ONS Postcode Directory and lacks a column for {string.Join(" and ", missing)}. The publisher may have renamed it; write to the maintainers.");
            }
        }

        public bool Add(CsvReader row, PostcodeTableWriter into)
        {
            if (row.FieldCount <= Math.Max(Math.Max(Postcode, Terminated), Math.Max(Authority, Math.Max(Latitude, Longitude))))
            {
                return false;
            }

            return into.Add(row[Postcode].ToString(), row[Terminated].ToString().AsSpan().Trim().IsEmpty, Code(row[Authority].ToString()), Ward < 0 ? "" : Code(row[Ward].ToString()), Degrees(row[Latitude].ToString()), Degrees(row[Longitude].ToString()));
        }

        /// <summary>E99999999 and its like stand for "none here". A postcode without a place has latitude 99.999999, which no place has.</summary>
        private static string Code(string code) => code.EndsWith("99999999", StringComparison.Ordinal) ? "" : code.Trim();

        private static double? Degrees(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
    }
}
