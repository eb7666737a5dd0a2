namespace LicensingPipeline.Normalise;

/// <summary>
/// Whether a column writes the family's name first. One name alone cannot tell (Ali Hassan, Hassan Ali), so all names of a
/// column vote with how they are written, and the majority decides for those that do not say. The order of the rows is no matter.
/// </summary>
public sealed class NameOrder
{
    // Fewer votes, or a majority less clear, decide nothing.
    private const int Least = 5;
    private const double Clear = 0.8;

    private int _first;
    private int _last;

    /// <summary>True for family's name first, false for last, null where the column does not prove it.</summary>
    public bool? FamilyFirst => _first + _last < Least ? null : _first >= Clear * (_first + _last) ? true : _last >= Clear * (_first + _last) ? false : null;

    /// <summary>Hears one name of the column.</summary>
    public void See(string name)
    {
        if (NameReader.Read(name) is { Kind: NameKind.Person } read && Vote(read.Raw[read.Core]) is { } first)
        {
            _first += first ? 1 : 0;
            _last += first ? 0 : 1;
        }
    }

    /// <summary>What one name says by how it is written: a comma, capitals of one part only, or initials at one end.</summary>
    internal static bool? Vote(string name)
    {
        if (name.Contains(',', StringComparison.Ordinal))
        {
            return true;
        }

        var words = name.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        words = [.. words.Where(w => (NameWords.Of(w.ToUpperInvariant()) & (NameWord.Title | NameWord.Suffix)) == NameWord.None && w[0] != '(')];
        if (words.Length < 2)
        {
            return null;
        }

        var (firstInitial, lastInitial) = (words[0].Length == 1, words[^1].Length == 1);
        if (firstInitial != lastInitial)
        {
            return lastInitial;
        }

        var (firstLoud, lastLoud) = (IsLoud(words[0]), IsLoud(words[^1]));
        return firstLoud == lastLoud ? null : firstLoud;
    }

    private static bool IsLoud(string word) => word.Length > 1 && word.All(c => !char.IsLetter(c) || char.IsUpper(c)) && word.Any(char.IsLetter);
}
