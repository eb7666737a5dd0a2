using System.Globalization;
using LicensingPipeline.Normalise;
using LicensingPipeline.Resolve;

namespace LicensingPipeline.Cli.Bench;

/// <summary>
/// Hard addresses looked up, all against all, among their right answers and neighbours made of these: every number but the
/// postcode's two higher and two lower, a letter after a number dropped, FLAT A for FLAT B. Where the address looked up does
/// not state a number that was changed, nothing in it tells the neighbour from the right answer; how it goes without such
/// neighbours is measured apart.
/// </summary>
internal static class BenchFoundAddresses
{
    /// <summary>What came of it.</summary>
    public readonly record struct Outcome(int Right, int Wrong, int Asked, int Candidates)
    {
        public string Yardstick => string.Create(CultureInfo.InvariantCulture, $"{Asked} addresses among {Candidates} candidates, unblocked; {Asked - Right - Wrong} left to a person");
    }

    /// <summary>Looks every address of the file up.</summary>
    /// <param name="path">The labelled set.</param>
    /// <param name="onlyStated">Whether a number is changed only where the address looked up states it.</param>
    public static Outcome Measure(string path, bool onlyStated = false)
    {
        var rows = Rows(path);
        var candidates = Candidates(rows, onlyStated);
        var comparison = new AddressComparison(candidates);
        var (right, wrong) = (0, 0);
        foreach (var (asked, truth) in rows)
        {
            var match = comparison.Best(comparison.Prepare(asked));
            if (match.IsAccepted)
            {
                var isRight = candidates[match.Best] == truth;
                (right, wrong) = isRight ? (right + 1, wrong) : (right, wrong + 1);
            }
        }

        return new Outcome(right, wrong, rows.Count, candidates.Count);
    }

    /// <summary>How many addresses are given a home although theirs is not among the candidates, its neighbours being there: every one is wrong.</summary>
    public static int AcceptedThoughAbsent(string path)
    {
        var rows = Rows(path);
        var candidates = Candidates(rows, onlyStated: false);
        var comparison = new AddressComparison(candidates);
        return rows.Count(r => comparison.Best(comparison.Prepare(r.Asked), except: candidates.IndexOf(r.Truth)).IsAccepted);
    }

    internal static List<(string Asked, string Truth)> Rows(string path) =>
        [.. File.ReadLines(path).Skip(1).Select(BenchCsv.Cells).Where(c => c.Count > 4 && c[2].Length > 0 && c[4].Length > 0).Select(c => (c[2], c[4]))];

    internal static List<string> Candidates(List<(string Asked, string Truth)> rows, bool onlyStated)
    {
        var truths = rows.Select(r => r.Truth).Distinct(StringComparer.Ordinal).ToList();
        var known = truths.ToHashSet(StringComparer.Ordinal);
        var neighbours = rows.SelectMany(r => Neighbours(r.Truth, onlyStated ? r.Asked : null)).Distinct(StringComparer.Ordinal);
        return [.. truths, .. neighbours.Where(n => !known.Contains(n))];
    }

    /// <summary>Addresses next door to one.</summary>
    internal static IEnumerable<string> Neighbours(string address, string? asked)
    {
        var words = address.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length - 2; i++)
        {
            var isLetter = words[i].Length == 1 && char.IsAsciiLetter(words[i][0]);
            if (words[i].All(char.IsAsciiDigit) && (asked is null || States(asked, words[i])))
            {
                var number = int.Parse(words[i], CultureInfo.InvariantCulture);
                yield return With(words, i, (number + 2).ToString(CultureInfo.InvariantCulture));
                if (number > 2)
                {
                    yield return With(words, i, (number - 2).ToString(CultureInfo.InvariantCulture));
                }
            }
            else if (i > 0 && isLetter && words[i - 1].All(char.IsAsciiDigit))
            {
                yield return With(words, i, "");
            }
            else if (i > 0 && isLetter && words[i - 1] == "FLAT")
            {
                yield return With(words, i, words[i] == "A" ? "B" : "A");
            }
        }
    }

    /// <summary>Whether a number stands in an address, with or without a letter.</summary>
    private static bool States(string address, string number)
    {
        Postcodes.Find(address, out var postcode);
        address = postcode < 0 ? address : address[..postcode];
        for (var at = address.IndexOf(number, StringComparison.Ordinal); at >= 0; at = address.IndexOf(number, at + 1, StringComparison.Ordinal))
        {
            var end = at + number.Length;
            if ((at == 0 || !char.IsAsciiLetterOrDigit(address[at - 1])) && (end == address.Length || !char.IsAsciiDigit(address[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static string With(string[] words, int at, string other) =>
        string.Join(' ', words.Select((w, i) => i == at ? other : w).Where(w => w.Length > 0));
}
