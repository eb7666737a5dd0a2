using System.Buffers;
using System.Globalization;

namespace LicensingPipeline.Collect;

/// <summary>What one robots.txt says to us (RFC 9309): the groups for our name, or else those for everybody.</summary>
public sealed class RobotsRules
{
    /// <summary>The name to which a robots.txt may speak.</summary>
    public const string Token = "LicensingPipeline";

    /// <summary>What is read of a file; the rest is ignored, as RFC 9309 allows.</summary>
    public const int MaxBytes = 500 * 1024;

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");
    private readonly IReadOnlyList<RobotsRule> _rules;

    private RobotsRules(IReadOnlyList<RobotsRule> rules, TimeSpan? crawlDelay) => (_rules, CrawlDelay) = (rules, crawlDelay);

    /// <summary>No rules: everything may be fetched.</summary>
    public static RobotsRules None { get; } = new([], null);

    /// <summary>The pause the host asks for between requests.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Reads a file. What is not understood is passed over; a file of nonsense has no rules.</summary>
    public static RobotsRules Parse(string text)
    {
        var ours = new Group();
        var everybody = new Group();
        var open = new List<Group>();
        var named = false;
        var inRules = true;
        foreach (var line in text.TrimStart('\uFEFF').Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = Parts(line);
            switch (key)
            {
                case "user-agent":
                    if (inRules)
                    {
                        open.Clear();
                        inRules = false;
                    }

                    var mine = IsOurs(value);
                    named |= mine;
                    open.AddRange(mine ? [ours] : IsEverybody(value) ? [everybody] : []);
                    break;
                case "allow" or "disallow":
                    inRules = true;
                    open.ForEach(g => g.Add(key, value));
                    break;
                case "crawl-delay":
                    inRules = true;
                    open.ForEach(g => g.Delay(value));
                    break;
            }
        }

        var group = named ? ours : everybody;
        return new RobotsRules(group.Rules, group.CrawlDelay);
    }

    /// <summary>The rule that forbids the address, as it stands in the file; null where it may be fetched.</summary>
    public string? Forbids(Uri url)
    {
        var path = RobotsPath.OfUrl(url);
        if (path == "/robots.txt")
        {
            return null;
        }

        RobotsRule? best = null;
        foreach (var rule in _rules.Where(r => RobotsPath.Matches(r.Pattern, path)))
        {
            if (best is null || rule.Pattern.Length > best.Pattern.Length || (rule.Pattern.Length == best.Pattern.Length && rule.Allow))
            {
                best = rule;
            }
        }

        return best is { Allow: false } ? "Disallow: " + best.AsWritten : null;
    }

    private static (string Key, string Value) Parts(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var text = comment < 0 ? line : line[..comment];
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (text[..colon].Trim().ToLowerInvariant(), text[(colon + 1)..].Trim());
    }

    private static bool IsEverybody(string value) => value == "*" || value.StartsWith("* ", StringComparison.Ordinal);

    /// <summary>Only the leading letters count, so that <c>LicensingPipeline/1.0</c> names us too.</summary>
    private static bool IsOurs(string value)
    {
        var length = value.AsSpan().IndexOfAnyExcept(NameLetters);
        return value.AsSpan(0, length < 0 ? value.Length : length).Equals(Token, StringComparison.OrdinalIgnoreCase);
    }

    private sealed record RobotsRule(bool Allow, string Pattern, string AsWritten);

    private sealed class Group
    {
        public List<RobotsRule> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; private set; }

        public void Add(string key, string value)
        {
            // An empty rule forbids nothing.
            if (value.Length > 0)
            {
                Rules.Add(new RobotsRule(key == "allow", RobotsPath.OfRule(value), value));
            }
        }

        public void Delay(string value)
        {
            if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e6)
            {
                CrawlDelay = TimeSpan.FromSeconds(seconds);
            }
        }
    }
}
