namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>What is remembered of a licence of one copy, to find it again in the next.</summary>
/// <param name="Reference">Its reference, or null.</param>
/// <param name="Home">Its home, or null.</param>
/// <param name="Start">Its start, or null.</param>
/// <param name="End">Its end, or null.</param>
/// <param name="Where">Its place in that copy.</param>
internal sealed record Remembered(string? Reference, string? Home, DateOnly? Start, DateOnly? End, string Where);

/// <summary>What is remembered of one copy of a sheet.</summary>
/// <param name="AsAt">Its date.</param>
/// <param name="Headings">The headings of its file.</param>
internal sealed record CopyMemory(DateOnly AsAt, IReadOnlySet<string> Headings)
{
    /// <summary>Its rows.</summary>
    public List<Remembered> Rows { get; } = [];

    /// <summary>Hash over what its rows say, whatever their order.</summary>
    public ulong Content { get; set; }
}

/// <summary>Compares neighbouring copies of a sheet.</summary>
internal static class OverTime
{
    /// <summary>The figures over time, oldest copy first.</summary>
    public static IEnumerable<Figure> Figures(IReadOnlyList<CopyMemory> copies)
    {
        if (copies.Count < 2)
        {
            return new[] { "headings", "presence", "values" }.Select(n => Figure.Missing($"consistency.over_time.{n}", "There is one copy only."));
        }

        var presence = new Tally("consistency.over_time.presence");
        var values = new Tally("consistency.over_time.values");
        var same = 0m;
        for (var i = 1; i < copies.Count; i++)
        {
            var (before, after) = (copies[i - 1], copies[i]);
            same += (decimal)before.Headings.Intersect(after.Headings, StringComparer.Ordinal).Count() / before.Headings.Union(after.Headings, StringComparer.Ordinal).Count();
            Compare(before, after, presence, values);
        }

        return
        [
            Figure.Of("consistency.over_time.headings", 100m * same / (copies.Count - 1), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{copies.Count} copies")),
            presence.Figure("No licence of the copy before was to run on."),
            values.Figure("No licence was found again by a reference of its own."),
        ];
    }

    /// <summary>Months in which a record changed, of those watched.</summary>
    public static Figure Rhythm(IReadOnlyList<CopyMemory> copies, bool isPublished)
    {
        const string Id = "timeliness.rhythm";
        if (!isPublished)
        {
            return Figure.Missing(Id, "The copy was supplied to us.");
        }

        var last = Month(copies[^1].AsAt);
        var watched = Math.Min(12, last - Month(copies[0].AsAt) + 1);
        if (watched < 3)
        {
            return Figure.Missing(Id, "Watched for less than three months.");
        }

        var changed = copies.Skip(1).Zip(copies, (after, before) => (Month: Month(after.AsAt), Changed: after.Content != before.Content))
            .Where(c => c.Changed && c.Month > last - watched).Select(c => last - c.Month).Distinct().Order().ToList();
        var value = Worth(changed, watched);
        return Figure.Of(Id, value, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"records changed in {changed.Count} of {watched} months"));
    }

    /// <param name="changed">How many months ago a record changed, newest first.</param>
    /// <param name="watched">Months watched, up to twelve.</param>
    internal static decimal Worth(IReadOnlyList<int> changed, int watched)
    {
        if (changed.Count == 0)
        {
            return 0;
        }

        // Shares are compared as whole numbers: seven of twelve, three of twelve.
        if (changed.Count * 12 >= 7 * watched && changed[0] < 2)
        {
            return 100;
        }

        if (changed.Count * 12 >= 3 * watched && changed[0] < 4)
        {
            return 75;
        }

        return changed.Any(c => 2 * c < watched) && changed.Any(c => 2 * c >= watched) ? 50 : 25;
    }

    /// <summary>Rows of several copies count, so each place says of which.</summary>
    private static string Place(CopyMemory copy, Remembered row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"copy of {copy.AsAt:yyyy-MM-dd}: {row.Where}");

    private static int Month(DateOnly day) => (day.Year * 12) + day.Month;

    private static void Compare(CopyMemory before, CopyMemory after, Tally presence, Tally values)
    {
        var homes = after.Rows.Select(r => r.Home).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var references = after.Rows.Where(r => r.Reference is not null).ToLookup(r => r.Reference!, StringComparer.Ordinal);
        var once = before.Rows.Where(r => r.Reference is not null).CountBy(r => r.Reference!, StringComparer.Ordinal).Where(c => c.Value == 1).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var row in before.Rows)
        {
            if (row.End > after.AsAt && (row.Reference ?? row.Home) is not null)
            {
                presence.See((row.Reference is not null && references.Contains(row.Reference)) || (row.Home is not null && homes.Contains(row.Home)), Place(before, row));
            }

            if (row.Reference is not null && once.Contains(row.Reference) && references[row.Reference].ToList() is [var again])
            {
                values.See(row.Home == again.Home && again.Start >= row.Start | (row.Start is null && again.Start is null), Place(after, again));
            }
        }
    }
}
