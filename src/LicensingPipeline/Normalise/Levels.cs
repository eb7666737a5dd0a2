using System.Globalization;

namespace LicensingPipeline.Normalise;

/// <summary>
/// A set of floors. A basement and a lower ground floor are both level -1; the top floor of a house of unknown height is a
/// level of its own. A text such as "first and second floors" names several.
/// </summary>
/// <param name="Bits">Bit 0 is level -1, bit 1 the ground floor, and so on; the highest bit is the top floor.</param>
public readonly record struct Levels(uint Bits)
{
    private const int TopBit = 31;

    /// <summary>The highest floor, of which the number is not known.</summary>
    public static readonly Levels Top = new(1u << TopBit);

    /// <summary>Whether no level is named.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>The highest numbered level, or -2.</summary>
    public int Highest
    {
        get
        {
            var numbered = Bits & ~(1u << TopBit);
            return numbered == 0 ? -2 : 30 - System.Numerics.BitOperations.LeadingZeroCount(numbered);
        }
    }

    /// <summary>Whether it names the top floor.</summary>
    public bool HasTop => (Bits & (1u << TopBit)) != 0;

    /// <summary>One level, from -1 to 29.</summary>
    public static Levels Of(int level) => new(1u << (level + 1));

    /// <summary>Every level from the lower to the higher of two sets.</summary>
    public static Levels Between(Levels low, Levels high)
    {
        var all = low.Bits | high.Bits;
        for (var level = low.Highest; level >= -1 && level < high.Highest; level++)
        {
            all |= Of(level).Bits;
        }

        return new Levels(all);
    }

    /// <summary>Both sets together.</summary>
    public Levels And(Levels other) => new(Bits | other.Bits);

    /// <summary>Whether a level stands in both.</summary>
    public bool Overlaps(Levels other) => (Bits & other.Bits) != 0;

    /// <summary>The floors as people write them: <c>BASEMENT</c>, <c>GROUND FLOOR</c>, <c>1ST FLOOR, 2ND FLOOR</c>.</summary>
    public string Words()
    {
        var words = new List<string>();
        for (var level = -1; level < 30; level++)
        {
            if (Overlaps(Of(level)))
            {
                words.Add(level switch { -1 => "BASEMENT", 0 => "GROUND FLOOR", 1 => "1ST FLOOR", 2 => "2ND FLOOR", 3 => "3RD FLOOR", _ => string.Create(CultureInfo.InvariantCulture, $"{level}TH FLOOR") });
            }
        }

        if (HasTop)
        {
            words.Add("TOP FLOOR");
        }

        return string.Join(", ", words);
    }

    /// <summary><c>-1</c>, <c>0</c>, <c>1;2</c>, <c>top</c>; empty where no level is named.</summary>
    public override string ToString()
    {
        if (IsEmpty)
        {
            return "";
        }

        var words = new List<string>();
        for (var level = -1; level < 30; level++)
        {
            if (Overlaps(Of(level)))
            {
                words.Add(level.ToString(CultureInfo.InvariantCulture));
            }
        }

        if (HasTop)
        {
            words.Add("top");
        }

        return string.Join(';', words);
    }
}
