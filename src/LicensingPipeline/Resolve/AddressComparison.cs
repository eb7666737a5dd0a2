using LicensingPipeline.Normalise;

namespace LicensingPipeline.Resolve;

/// <summary>What came of looking an address up among candidates.</summary>
/// <param name="Best">Index of the best candidate, or -1 where there are none.</param>
/// <param name="Bits">Its weight.</param>
/// <param name="Lead">By how much it is ahead of the runner-up.</param>
/// <param name="IsParent">Whether one is a flat and the other the house it is in: related, and not the same home.</param>
/// <param name="IsAccepted">Whether they are one home: weight and lead are enough and nothing contradicts. If not, a person decides.</param>
public readonly record struct AddressMatch(int Best, double Bits, double Lead, bool IsParent, bool IsAccepted);

/// <summary>
/// Looks addresses up among candidates. Each independent part of an address (place, names, number, unit, position) gives
/// one number of bits for or against; then the candidates near the best are looked at side by side. The best is accepted
/// only where it weighs enough and is ahead of the runner-up by enough. The loops over candidates allocate nothing. An
/// instance keeps the weights of one look-up, so it is for one thread.
/// </summary>
public sealed class AddressComparison
{
    /// <summary>The least weight that is accepted.</summary>
    public const double LeastBits = 10;

    /// <summary>What numbers, units and floors must weigh at least: below it they contradict, and no name makes up for that.</summary>
    public const double LeastParts = -3;

    /// <summary>The least lead over the runner-up that is accepted.</summary>
    public const double LeastLead = 3;

    private readonly AddressReader _reader = new();
    private readonly AddressVocabulary _vocabulary = new();
    private readonly ComparableAddress[] _candidates;
    private readonly double[] _scores;

    /// <summary>Makes candidates ready.</summary>
    public AddressComparison(IReadOnlyList<string> candidates)
    {
        _candidates = [.. candidates.Select(c => Prepare(c))];
        foreach (var candidate in _candidates)
        {
            _vocabulary.Count(candidate.Words);
        }

        _scores = new double[_candidates.Length];
        AddressHouses.Mark(_candidates);
    }

    /// <summary>Makes an address ready to be looked up.</summary>
    public ComparableAddress Prepare(string text, string? postcode = null)
    {
        var readings = _reader.ReadAll(text, postcode);
        var words = new List<ComparableAddress.Word>();
        _vocabulary.Add(words, readings[0].Building, ComparableAddress.Part.Building);
        _vocabulary.Add(words, readings[0].Street, ComparableAddress.Part.Street);
        _vocabulary.Add(words, readings[0].Locality, ComparableAddress.Part.Locality);
        var house = readings[0].Building is { } building ? _vocabulary.Number($"{building}, {readings[0].Street}")
            : readings[0] is { Unit: not null, Street: { } street } ? -_vocabulary.Number(", " + street) : 0;
        return new ComparableAddress(readings[0].Postcode, [.. AddressParts.Of(readings, _vocabulary)], [.. words], house);
    }

    /// <summary>The best candidate for an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="except">Index of a candidate to leave out, or -1.</param>
    public AddressMatch Best(ComparableAddress address, int except = -1)
    {
        var highest = double.NegativeInfinity;
        for (var i = 0; i < _candidates.Length; i++)
        {
            _scores[i] = i == except ? double.NegativeInfinity : Bits(address, i);
            highest = Math.Max(highest, _scores[i]);
        }

        SideBySide(address, highest - AddressGroup.Near);
        var (best, second) = (-1, double.NegativeInfinity);
        for (var i = 0; i < _scores.Length; i++)
        {
            if (best < 0 || _scores[i] > _scores[best])
            {
                (best, second) = (i, best < 0 ? second : _scores[best]);
            }
            else
            {
                second = Math.Max(second, _scores[i]);
            }
        }

        return best < 0 || best == except ? new AddressMatch(-1, double.NegativeInfinity, double.NaN, IsParent: false, IsAccepted: false) : Judge(address, best, _scores[best] - second);
    }

    /// <summary>Takes from the candidates near the best what others of them have and they have not.</summary>
    private void SideBySide(ComparableAddress address, double least)
    {
        Span<bool> known = stackalloc bool[Math.Min(address.Words.Length, 64)];
        known.Clear();
        for (var i = 0; i < _scores.Length; i++)
        {
            if (_scores[i] >= least)
            {
                AddressGroup.Know(address.Words, _candidates[i].Words, known, _vocabulary);
            }
        }

        for (var i = 0; i < _scores.Length; i++)
        {
            _scores[i] -= _scores[i] >= least ? AddressGroup.Cost(address.Words, _candidates[i].Words, known, _vocabulary) : 0;
        }
    }

    private AddressMatch Judge(ComparableAddress address, int best, double lead)
    {
        var candidate = _candidates[best];
        var fits = PartBits(address, candidate) >= LeastParts;
        var isParent = fits && IsParent(address, candidate);
        var accepted = _scores[best] >= LeastBits && lead >= LeastLead && fits && !isParent && !AddressHouses.IsOdd(address, candidate)
            && !AddressGroup.GivesWay(address, candidate, _candidates, _vocabulary);
        return new AddressMatch(best, _scores[best], lead, isParent, accepted);
    }

    /// <summary>The weight of two addresses being one home.</summary>
    public double Bits(ComparableAddress a, ComparableAddress b) => NameBits(a, b) + PartBits(a, b);

    /// <summary>The weight of a candidate for an address, for whoever asks why.</summary>
    public double Bits(ComparableAddress address, int candidate) =>
        Bits(address, _candidates[candidate]) - AddressHouses.Cost(address, _candidates[candidate]);

    /// <summary>Whether, in the likeliest pair of readings, one side names a flat and the other only its house.</summary>
    private static bool IsParent(ComparableAddress a, ComparableAddress b)
    {
        var (best, isParent) = (double.NegativeInfinity, false);
        foreach (ref readonly var left in a.Readings.AsSpan())
        {
            foreach (ref readonly var right in b.Readings.AsSpan())
            {
                if (AddressParts.Bits(in left, in right) is var bits && bits > best)
                {
                    (best, isParent) = (bits, AddressParts.IsParent(in left, in right));
                }
            }
        }

        return isParent;
    }

    private double NameBits(ComparableAddress a, ComparableAddress b) =>
        AddressPlaceBits.Of(a.Postcode, b.Postcode) + AddressNameBits.Of(a.Words, b.Words, _vocabulary);

    /// <summary>Numbers, units, floors and positions: the best pair of readings.</summary>
    private static double PartBits(ComparableAddress a, ComparableAddress b)
    {
        var best = double.NegativeInfinity;
        foreach (ref readonly var left in a.Readings.AsSpan())
        {
            foreach (ref readonly var right in b.Readings.AsSpan())
            {
                best = Math.Max(best, AddressParts.Bits(in left, in right));
            }
        }

        return best;
    }
}
