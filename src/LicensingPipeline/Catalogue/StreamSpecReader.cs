using System.Globalization;

namespace LicensingPipeline.Catalogue;

/// <summary>Reads one stream of a source file: what it is, where it comes from, what it promises. Columns and rules are read by <see cref="RuleReader"/>.</summary>
internal static class StreamSpecReader
{
    /// <summary>All keys a stream may have, in the order in which sources/README.md explains them.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "register", "landing", "discover", "url", "api", "manual", "read", "columns", "ignore", "constants", "values",
        "units", "dates", "split", "join", "extract", "patches", "not-a-record", "one-licence", "id",
        "zero-means-unknown", "empty", "stated-total", "covers", "start-means", "verified", "cadence", "terms",
        "expected", "guards", "examples", "retired",
    ];

    public static IReadOnlyList<string> Schemes { get; } =
    [
        "mandatory-hmo", "additional-hmo", "selective", "section-257", "temporary-exemption", "hmo-unspecified", "unknown",
    ];

    public static StreamSpec? Read(string name, string authority, YamlMap map, List<SourceError> errors)
    {
        var before = errors.Count;
        var spec = new StreamSpec
        {
            Name = name,
            Register = map.Choice("register", true, "licences", "exemptions", "management-orders"),
            Landing = map.Address("landing"),
            Discover = ReadDiscovery(map),
            Url = map.Address("url"),
            Api = ApiSpecReader.Read(map),
            Manual = ReadManual(map),
            Read = ReadHow(map),
            Layouts = RuleReader.Layouts(map),
            Ignore = map.Texts("ignore"),
            Constants = RuleReader.Constants(map),
            Values = RuleReader.Values(map),
            Units = RuleReader.FieldTexts(map, "units", "months", "years"),
            Dates = RuleReader.Dates(map),
            Split = RuleReader.Splits(map),
            Join = RuleReader.FieldTexts(map, "join"),
            Extract = RuleReader.Extracts(map),
            Patches = RuleReader.Patches(map),
            NotARecord = RuleReader.NotARecord(map),
            OneLicence = RuleReader.ReadOneLicence(map),
            Id = RuleReader.FieldList(map, "id"),
            ZeroMeansUnknown = RuleReader.FieldList(map, "zero-means-unknown").ToHashSet(),
            Empty = map.Text("empty"),
            StatedTotal = ReadPattern(map, "stated-total"),
            Covers = ReadCovers(map),
            StartMeans = map.Choice("start-means", true, "application", "grant", "stated-commencement", "unknown"),
            Verified = ReadVerified(map),
            Cadence = map.Text("cadence", required: true) ?? "",
            Terms = ReadTerms(map),
            Expected = ReadExpected(map),
            Guards = ReadGuards(map),
            Examples = RuleReader.Examples(map),
            Retired = ReadRetired(map),
            Fingerprint = StreamFingerprint.Of(authority, name, map),
        };
        CheckWhole(map, spec);
        map.Done();
        return errors.Count == before ? spec : null;
    }

    private static void CheckWhole(YamlMap map, StreamSpec spec)
    {
        // A key that is there and wrong is told as such, not as missing.
        var ways = new[] { "discover", "url", "api", "manual" }.Count(map.Has);
        if (ways != 1)
        {
            map.Error("register", "give exactly one of discover, url, api or manual.");
        }

        ApiSpecReader.Check(map, spec);

        if (spec.Discover is not null && spec.Landing is null)
        {
            map.Error("discover", "discover needs the landing page on which to look.");
        }

        var fields = spec.Layouts.SelectMany(l => l.Columns).Select(c => c.Field).Concat(spec.Constants.Keys)
            .Concat(spec.Extract.SelectMany(e => e.Into)).Concat(spec.Split.SelectMany(s => s.Into)).ToHashSet();
        if (!fields.Contains(Field.Reference) && spec.Id.Count == 0)
        {
            map.Error("columns", "no column is the reference, so name the fields that tell entries apart under id.");
        }

        if (!fields.Contains(Field.PropertyAddress) && !fields.Contains(Field.Postcode) && !fields.Contains(Field.Uprn))
        {
            map.Error("columns", "no column says where the home is: property_address, postcode or uprn.");
        }

        if (spec.Examples.Count == 0)
        {
            map.Error("examples", "at least one invented example is wanted, so that a test can hold the rules.");
        }
    }

    private static Discovery? ReadDiscovery(YamlMap map)
    {
        if (map.Map("discover") is not { } discover)
        {
            return null;
        }

        var read = new Discovery(discover.Text("css", required: true) ?? "", discover.Text("text"), discover.Whole("expect") ?? 1);
        discover.Done();
        return read;
    }

    private static ManualSpec? ReadManual(YamlMap map)
    {
        if (map.Map("manual") is not { } manual)
        {
            return null;
        }

        DateOnly? asAt = null;
        string? name = null;
        if (manual.Take("as-at") is YamlDotNet.RepresentationModel.YamlMappingNode)
        {
            var inner = manual.Map("as-at")!;
            name = ReadPattern(inner, "name", required: true);
            inner.Done();
        }
        else
        {
            asAt = manual.Date("as-at");
        }

        var folder = manual.Text("folder", required: true) ?? "";
        if (folder.Contains("..", StringComparison.Ordinal) || Path.IsPathRooted(folder))
        {
            manual.Error("folder", "the folder stands inside the inbox.");
        }

        var read = new ManualSpec(folder, manual.Text("files", required: true) ?? "", asAt, name);
        manual.Done();
        return read;
    }

    private static ReadSpec ReadHow(YamlMap map)
    {
        if (map.Map("read", required: true) is not { } read)
        {
            return new ReadSpec("csv");
        }

        var how = new ReadSpec(read.Choice("format", true, "csv", "xlsx", "xls", "json", "html", "pdf", ApiSpecReader.ArcGisFormat, ApiSpecReader.DetailsFormat))
        {
            Encoding = read.Has("encoding") ? read.Choice("encoding", true, "utf-8", "utf-16", "utf-16be", "windows-1252") : null,
            Separator = read.Has("separator") ? read.Choice("separator", true, "comma", "tab", "semicolon", "pipe") : null,
            Sheet = read.Text("sheet"),
            HeaderRow = read.Whole("header-row"),
            Path = read.Has("path") && read.Take("path") is YamlDotNet.RepresentationModel.YamlScalarNode { Value: "" } ? null : read.Text("path"),
            Table = read.Text("table"),
            RowStarts = read.Text("row-starts"),
        };
        read.Done();
        return how;
    }

    private static Covers ReadCovers(YamlMap map)
    {
        if (map.Map("covers", required: true) is not { } covers)
        {
            return new Covers([], "", "");
        }

        var schemes = covers.Texts("schemes", required: true);
        foreach (var scheme in schemes.Where(s => !Schemes.Contains(s, StringComparer.Ordinal)))
        {
            covers.Error("schemes", $"'{scheme}' is not one of {string.Join(", ", Schemes)}.");
        }

        var read = new Covers(schemes, covers.Text("area", required: true) ?? "", covers.Text("evidence", required: true) ?? "");
        covers.Done();
        return read;
    }

    private static Verification? ReadVerified(YamlMap map)
    {
        if (map.Map("verified") is not { } verified)
        {
            return null;
        }

        var read = new Verification(verified.Text("by", required: true) ?? "", verified.Date("date", required: true) ?? default);
        verified.Done();
        return read;
    }

    private static Terms ReadTerms(YamlMap map)
    {
        if (map.Map("terms", required: true) is not { } terms)
        {
            return new Terms("", "", "");
        }

        var read = new Terms(
            terms.Choice("reuse", true, "ogl", "stated", "none-stated", "forbidden"),
            terms.Text("marketing", required: true) ?? "",
            terms.Text("evidence", required: true) ?? "");
        terms.Done();
        return read;
    }

    private static ExpectedState? ReadExpected(YamlMap map)
    {
        if (map.Map("expected") is not { } expected)
        {
            return null;
        }

        var text = expected.Text("state", required: true) ?? "";
        if (!Enum.TryParse<StreamState>(text, out var state))
        {
            expected.Error("state", $"'{text}' is not a state; they are {string.Join(", ", Enum.GetNames<StreamState>())}.");
        }

        var read = new ExpectedState(state, expected.Text("why", required: true) ?? "", expected.Date("since", required: true) ?? default);
        expected.Done();
        return read;
    }

    private static Guards ReadGuards(YamlMap map)
    {
        if (map.Map("guards", required: true) is not { } guards)
        {
            return new Guards(0, new Dictionary<Field, Limit>());
        }

        var fill = new Dictionary<Field, Limit>();
        if (guards.Map("fill") is { } fills)
        {
            foreach (var key in fills.Keys.ToList())
            {
                var limit = fills.Map(key)!;
                if (RuleReader.FieldOf(fills, key, key) is { } field)
                {
                    fill[field] = ReadLimit(limit, "at-least");
                }
            }
        }

        var read = new Guards(guards.Whole("min-rows", required: true) ?? 0, fill)
        {
            Quarantined = guards.Map("quarantined") is { } quarantined ? ReadLimit(quarantined, "at-most") : null,
        };
        guards.Done();
        return read;
    }

    private static Limit ReadLimit(YamlMap map, string key)
    {
        var limit = new Limit(map.Share(key, required: true) ?? 0, map.Text("why", required: true) ?? "");
        map.Done();
        return limit;
    }

    private static Retirement? ReadRetired(YamlMap map)
    {
        if (map.Map("retired") is not { } retired)
        {
            return null;
        }

        var read = new Retirement(retired.Date("date", required: true) ?? default, retired.Text("why", required: true) ?? "");
        retired.Done();
        return read;
    }

    private static string? ReadPattern(YamlMap map, string key, bool required = false)
    {
        if (map.Text(key, required) is not { } text)
        {
            return null;
        }

        if (RuleReader.Compile(map, key, text) is { } regex && regex.GetGroupNumbers().Length != 2)
        {
            map.Error(key, string.Create(CultureInfo.InvariantCulture, $"the pattern must have exactly one group; it has {regex.GetGroupNumbers().Length - 1}."));
        }

        return text;
    }
}
