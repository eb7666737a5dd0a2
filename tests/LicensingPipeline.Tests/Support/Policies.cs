using System.Text;
using LicensingPipeline.Catalogue;
using Shouldly;

namespace LicensingPipeline.Tests.Support;

/// <summary>Policy files that nobody decided, and that an invented meeting did.</summary>
internal static class Policies
{
    private const string Meeting = "  decided_by: an invented meeting\n  date: 2026-11-22\n  review_by: 2027-11-22\n";

    /// <summary>A file of defaults.</summary>
    public static string Text() => string.Concat(PolicyKey.All.Select(k => Section(k, k.Default, "")));

    /// <summary>A file in which all is decided as the default is.</summary>
    public static string AllDecided() => string.Concat(PolicyKey.All.Select(k => Section(k, k.Default, Meeting)));

    /// <summary>A file of defaults with one line of a question added, or put in place of the one with its key.</summary>
    public static string With(string key, string line)
    {
        var text = new StringBuilder();
        foreach (var known in PolicyKey.All)
        {
            var section = Section(known, known.Default, "");
            var start = line[..(line.IndexOf(':', StringComparison.Ordinal) + 1)];
            text.Append(known.Key != key ? section : string.Concat(section.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.Trim().StartsWith(start, StringComparison.Ordinal)).Append("  " + line).Select(l => l + "\n")));
        }

        return text.ToString();
    }

    /// <summary>A file in which one question is decided.</summary>
    public static string TextDecided(string key, string value) =>
        string.Concat(PolicyKey.All.Select(k => k.Key == key ? Section(k, value, Meeting) : Section(k, k.Default, "")));

    /// <summary>A file in which all is decided, one question otherwise than by default.</summary>
    public static string TextAllDecided(string key, string value) => string.Concat(PolicyKey.All.Select(k => Section(k, k.Key == key ? value : k.Default, Meeting)));

    /// <summary>A policy in which one question is decided.</summary>
    public static Policy Decided(string key, string value)
    {
        var (policy, errors) = PolicyReader.Read("policy.yaml", TextDecided(key, value));
        errors.ShouldBeEmpty();
        return policy!;
    }

    private static string Section(PolicyKey key, string value, string decided) =>
        $"{key.Key}:\n  value: {value}\n  default: {key.Default}\n  reasons: invented for a test\n{decided}";
}
