using System.Globalization;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Collect;

/// <summary>What <c>&lt;file&gt;.yaml</c> beside a handed-in file says about it.</summary>
/// <param name="AsAt">The day whose register the file shows.</param>
internal sealed record Sidecar(DateOnly AsAt, string Origin, DateTimeOffset? RetrievedAt)
{
    public const string Ending = ".yaml";
    /// <summary>Of a copy about which nobody wrote anything no more is said than that the Union has it: not that the council made it.</summary>
    public const string DefaultOrigin = "union-copy";

    /// <summary>Reads the sidecar of a file; null where it has none.</summary>
    /// <exception cref="SourceException">It is there and is not to be understood.</exception>
    public static Sidecar? Of(string file)
    {
        var path = file + Ending;
        if (!File.Exists(path))
        {
            return null;
        }

        var name = Path.GetFileName(path);
        var errors = new List<SourceError>();
        Sidecar? read = null;
        if (SourceReader.Load(name, File.ReadAllText(path), errors) is { } root)
        {
            var map = new YamlMap(root, "", name, errors);
            var origin = map.Has("origin") ? map.Choice("origin", true, "supplied", "third-party-copy", DefaultOrigin, "sighting") : DefaultOrigin;
            read = new Sidecar(map.Date("as-at", required: true) ?? default, origin, Moment(map, "retrieved-at"));
            foreach (var key in map.Keys.Where(k => k is not ("as-at" or "origin" or "retrieved-at" or "note")))
            {
                map.Error(key, "this key is not known here; a sidecar holds as-at, origin, retrieved-at and note.");
            }
        }

        return errors.Count == 0 ? read : throw SourceException.Drift(
            $"The note beside a handed-in file cannot be used: {string.Join(" ", errors)}", "as-at: 2026-09-27");
    }

    private static DateTimeOffset? Moment(YamlMap map, string key)
    {
        if (map.Text(key) is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
        {
            return moment;
        }

        map.Error(key, "a day such as 2026-09-27 or a moment such as 2026-09-27T08:30:00Z is wanted here.");
        return null;
    }
}
