namespace LicensingPipeline.Normalise;

/// <summary>Names of the rules that may change a value. Nothing changes a value without one of them.</summary>
public static class Rules
{
    public const string Trimmed = "text.trimmed";
    public const string Spaces = "text.spaces-collapsed";
    public const string Lines = "text.lines-joined";
    public const string Control = "text.control-removed";
    public const string StrayQuote = "text.stray-quote";
    public const string NullToken = "text.null-token";
    public const string Withheld = "text.withheld";
    public const string Patched = "source.patch";
    public const string Constant = "source.constant";
    public const string ValueMapped = "source.value";
    public const string ZeroUnknown = "number.zero-means-unknown";
    public const string Number = "number.whole";
    public const string DurationYears = "duration.years";
    public const string DurationMonths = "duration.months";
    public const string DateStated = "date.stated-order";
    public const string DateProven = "date.proven-order";
    public const string DateIso = "date.iso";
    public const string DateTwoDigitYear = "date.two-digit-year";
    public const string DateOrdinal = "date.english-ordinal";
    public const string DateMonthName = "date.month-name";
    public const string DateSerial = "date.excel-serial";
    public const string DateJavaScript = "date.javascript-utc-day";
    public const string DateLatest = "date.latest-of-several";
    public const string DateTimeDropped = "date.time-dropped";
    public const string EndComputed = "date.end-computed";
    public const string PostcodeFound = "postcode.found-in-address";
    public const string PostcodeSpaced = "postcode.spaced";
    public const string PostcodeRepaired = "postcode.repaired-by-position";
    public const string PostcodeRepairedToLive = "postcode.repaired-to-the-only-one-that-exists";
    public const string OutwardAsLocality = "postcode.outward-code-as-locality";
    public const string WardFromPostcode = "ward.from-postcode";
    public const string PlaceFromPostcode = "coordinates.from-postcode";
    public const string PlaceFromUprn = "coordinates.from-uprn";
    public const string HolderKind = "name.kind";
    public const string CompanyNumber = "name.company-number";
    public const string NameCareOf = "name.care-of";
    public const string NameAddress = "name.address-apart";
    public const string Uprn = "uprn.leading-zeros";
}

/// <summary>That a rule fired on a value, for whoever asks why it reads as it does.</summary>
/// <param name="Field">The field.</param>
/// <param name="Rule">One of <see cref="Rules"/>.</param>
/// <param name="Before">The text before.</param>
/// <param name="After">The text after.</param>
public sealed record RuleHit(Field Field, string Rule, string? Before, string? After);
