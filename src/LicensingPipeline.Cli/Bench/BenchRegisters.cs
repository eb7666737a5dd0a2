using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Extract;
using LicensingPipeline.Map;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Cli.Bench;

/// <summary>What was read of one stream of the real registers; counts and nothing else, since they name people.</summary>
/// <param name="Authority">Name of the council.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Entries">Entries of all its copies.</param>
/// <param name="Addresses">Entries with an address of the home.</param>
/// <param name="Parsed">Of them, those in which a street or building was found and a number or unit in it.</param>
/// <param name="Keyed">Of them, those whose parts are beyond doubt and make the key of the home.</param>
/// <param name="PostcodesStated">Entries whose postcode or address holds something like a postcode.</param>
/// <param name="PostcodesFound">Of them, those in which that postcode was read.</param>
/// <param name="Dates">Cells of dates that are filled.</param>
/// <param name="DatesRead">Of them, those that were read.</param>
/// <param name="DatesNoSuchDay">Of the rest, those with a day that the calendar lacks.</param>
/// <param name="DatesImplausible">Dates that were read and cannot be right: before licensing began, far ahead, an end before its start, a term over five years.</param>
/// <param name="Schemes">Entries whose kind of licence is known.</param>
/// <param name="Holders">Entries that name a holder.</param>
/// <param name="HoldersTold">Of them, those of which it is told whether the name is a person's, several persons', a company's or a public body's.</param>
internal sealed record RegisterRates(
    string Authority, string Stream, long Entries, long Addresses, long Parsed, long Keyed, long PostcodesStated, long PostcodesFound,
    long Dates, long DatesRead, long DatesNoSuchDay, long DatesImplausible, long Schemes, long Holders, long HoldersTold);

/// <summary>Reads the real registers with the source files that stand beside their tests, and counts.</summary>
internal static partial class BenchRegisters
{
    private static readonly string[] Implausible =
        [IssueCodes.DateBeforeRegime, IssueCodes.DateFarFuture, IssueCodes.DateEndBeforeStart, IssueCodes.TermOverFiveYears];

    /// <summary>The folder of the source files that describe the real registers, or null where there is no checkout.</summary>
    public static string? Sources() => Path.Combine(Path.GetDirectoryName(Folders.Launcher()) ?? "", "tests", "LicensingPipeline.Tests", "RealRegisters") is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>Counts over every stream that can be read. A copy that is not of the shape its source file describes is left out, as the gate holds it.</summary>
    public static IReadOnlyList<RegisterRates> Rates(string registersFolder, PlaceTables places)
    {
        var folder = SourceFolder.Read(Sources()!, Folders.Reference());
        return [.. folder.Streams().Select(s => Of(s.Source, s.Spec, folder, registersFolder, places)).OfType<RegisterRates>()];
    }

    /// <summary>The counts as a table of Markdown.</summary>
    public static string Markdown(IReadOnlyList<RegisterRates> rates)
    {
        var text = new StringBuilder();
        text.Append("| register | entries | with an address | in parts | key of parts | with a postcode | postcode read | dates | read | no such day | implausible | licence kind known | holders | holder kind told |\n");
        text.Append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var rate in rates.Append(Sum(rates)))
        {
            text.Append(CultureInfo.GetCultureInfo("en-GB"), $"| {rate.Authority} {rate.Stream} | {rate.Entries:N0} | {rate.Addresses:N0} | {rate.Parsed:N0} | {rate.Keyed:N0} | {rate.PostcodesStated:N0} | {rate.PostcodesFound:N0} | {rate.Dates:N0} | {rate.DatesRead:N0} | {rate.DatesNoSuchDay:N0} | {rate.DatesImplausible:N0} | {rate.Schemes:N0} | {rate.Holders:N0} | {rate.HoldersTold:N0} |\n");
        }

        return text.ToString();
    }

    /// <summary>
    /// Something like a postcode: letters, digit, digit, letters at any spacing, O and I taken for digits, at least one real
    /// digit. The truth of the figure register_postcodes; it is frozen and knows nothing of how postcodes are read.
    /// </summary>
    /// <returns>Its letters and digits in capitals, O as 0 and I as 1, or null.</returns>
    public static string? Loose(string text)
    {
        var match = LoosePattern().Matches(text).LastOrDefault(m => m.Value.Any(char.IsAsciiDigit));
        return match is null ? null : Folded(match.Value);
    }

    private static RegisterRates? Of(Source source, StreamSpec spec, SourceFolder folder, string registersFolder, PlaceTables places)
    {
        var tally = new Tally();
        try
        {
            foreach (var copy in spec.Manual is { } manual ? Inbox.Copies(registersFolder, manual, CancellationToken.None) : [])
            {
                var files = copy.Files.Select(f => new SourceFile(f.Name, () => File.OpenRead(f.Path))).ToList();
                foreach (var (mapped, row) in new CopyReader(source.Authority, spec, files, copy.AsAt, places).Read())
                {
                    tally.See(mapped, row);
                }
            }
        }
        catch (SourceException)
        {
            // The gate holds such a copy; there is nothing to count in it.
            return null;
        }

        var name = folder.Reference.Authorities.TryGetValue(source.Authority, out var authority) ? authority.Name : source.Authority;
        return tally.Rates(name, spec.Name);
    }

    private static RegisterRates Sum(IReadOnlyList<RegisterRates> rates) => new(
        "all", "", rates.Sum(r => r.Entries), rates.Sum(r => r.Addresses), rates.Sum(r => r.Parsed), rates.Sum(r => r.Keyed), rates.Sum(r => r.PostcodesStated), rates.Sum(r => r.PostcodesFound),
        rates.Sum(r => r.Dates), rates.Sum(r => r.DatesRead), rates.Sum(r => r.DatesNoSuchDay), rates.Sum(r => r.DatesImplausible), rates.Sum(r => r.Schemes),
        rates.Sum(r => r.Holders), rates.Sum(r => r.HoldersTold));

    private static string Folded(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)).Replace('O', '0').Replace('I', '1');

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Z]{1,2}\s*[0-9OI]\s*[0-9A-Z]?\s*[0-9OI]\s*[A-Z]\s*[A-Z](?![A-Za-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LoosePattern();

    private sealed class Tally
    {
        private readonly AddressReader _reader = new();
        private long _entries, _addresses, _parsed, _keyed, _stated, _found, _dates, _read, _noSuchDay, _implausible, _schemes, _holders, _told;

        public void See(MappedRow mapped, NormalisedRow row)
        {
            _entries++;
            Address(row.Licence);
            Holder(row.Licence);
            _schemes += row.Licence[Field.Scheme] is null or "unknown" or "hmo-unspecified" ? 0 : 1;
            var truth = Truth(mapped);
            _stated += truth is null ? 0 : 1;
            _found += truth is not null && row.Licence[Field.Postcode] is { } postcode && Folded(postcode) == truth ? 1 : 0;
            foreach (var field in Fields.All.Where(f => f.Kind() == FieldKind.Date && mapped.Raw[(int)f] is not null))
            {
                _dates++;
                _read += row.Licence[field] is null ? 0 : 1;
            }

            _noSuchDay += row.Issues.Count(i => i.Code == IssueCodes.DateNoSuchDay);
            _implausible += row.Issues.Count(i => Implausible.Contains(i.Code, StringComparer.Ordinal));
        }

        private void Address(Licence licence)
        {
            if (licence[Field.PropertyAddress] is not { } address || address == Licence.Withheld)
            {
                return;
            }

            _addresses++;
            _parsed += (licence[Field.Street] ?? licence[Field.Building]) is not null && (licence[Field.NumberFrom] ?? licence[Field.Unit]) is not null ? 1 : 0;
            _keyed += AddressKeys.Of(_reader.Read(address, licence[Field.Postcode] ?? "")) is null ? 0 : 1;
        }

        private void Holder(Licence licence)
        {
            if (licence[Field.HolderName] is { } name && name != Licence.Withheld)
            {
                _holders++;
                _told += licence[Field.HolderKind] is null or "unknown" ? 0 : 1;
            }
        }

        public RegisterRates Rates(string authority, string stream) =>
            new(authority, stream, _entries, _addresses, _parsed, _keyed, _stated, _found, _dates, _read, _noSuchDay, _implausible, _schemes, _holders, _told);

        private static string? Truth(MappedRow mapped) =>
            (mapped.Raw[(int)Field.Postcode] is { } own ? Loose(own) : null) ?? (mapped.Raw[(int)Field.PropertyAddress] is { } address ? Loose(address) : null);
    }
}
