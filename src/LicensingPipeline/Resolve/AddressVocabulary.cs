using LicensingPipeline.Normalise;

namespace LicensingPipeline.Resolve;

/// <summary>
/// Numbers for the words of addresses, and how much each tells: a word that stands in few addresses tells more than one
/// that stands in many. ST and SAINT are one word, and a possessive S counts for nothing.
/// </summary>
internal sealed class AddressVocabulary
{
    // As if every list had this many addresses more that hold none of its words: in a short list a word that stands once is not yet rare.
    private const double Unseen = 200;
    private const double MostBits = 6;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [""];
    private readonly List<int> _seenIn = [0];
    private int _addresses;

    public string Text(int word) => _texts[word];

    /// <summary>The number of a word; 0 for none.</summary>
    public int Number(string? word)
    {
        if (word is null)
        {
            return 0;
        }

        if (!_numbers.TryGetValue(word, out var number))
        {
            number = _texts.Count;
            _numbers.Add(word, number);
            _texts.Add(word);
            _seenIn.Add(0);
        }

        return number;
    }

    /// <summary>Counts the words of one more address.</summary>
    public void Count(ReadOnlySpan<ComparableAddress.Word> words)
    {
        _addresses++;
        for (var i = 0; i < words.Length; i++)
        {
            var again = false;
            for (var before = 0; before < i; before++)
            {
                again |= words[before].Id == words[i].Id;
            }

            _seenIn[words[i].Id] += again ? 0 : 1;
        }
    }

    /// <summary>The bits by which a word tells an address from the others.</summary>
    public double Bits(int word) => Math.Min(MostBits, Math.Log2((_addresses + Unseen) / (_seenIn[word] + 1)));

    /// <summary>The words of a name, each as its number.</summary>
    public void Add(List<ComparableAddress.Word> words, string? name, ComparableAddress.Part part)
    {
        foreach (var word in name?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (word is "THE" or "AND" or "OF" or "AT" or "LONDON")
            {
                continue;
            }

            var known = AddressWords.BySpan.TryGetValue(word, out var kind);
            var isType = known && kind!.Is(WordKind.Street | WordKind.WeakStreet);
            words.Add(new ComparableAddress.Word(Number(Key(word)), part, isType));
        }
    }

    private static string Key(string word) => word switch
    {
        "SAINT" => "ST",
        { Length: > 4 } when word.EndsWith('S') && !word.EndsWith("SS", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };
}
