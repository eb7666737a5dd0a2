namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>
/// How the one number moves when the weights do: a thousand draws from a Dirichlet distribution around them. The generator is our own
/// (SplitMix64, Marsaglia and Tsang for the gamma), with a fixed seed, so that everybody draws the same.
/// </summary>
public static class WeightDraws
{
    /// <summary>How many draws.</summary>
    public const int Draws = 1000;

    private const double Concentration = 50;
    private const ulong Seed = 20061;

    /// <summary>The number under each draw, in the order of drawing.</summary>
    public static IReadOnlyList<double> Of(Scores scores)
    {
        var measured = scores.Dimensions.Where(d => d.Value is not null).Select(d => (Value: (double)d.Value!.Value, Weight: (double)Method.Weight(d.Dimension))).ToList();
        var all = measured.Sum(m => m.Weight);
        var state = Seed;
        var draws = new List<double>(Draws);
        for (var i = 0; i < Draws; i++)
        {
            var (sum, weights) = (0d, 0d);
            foreach (var (value, weight) in measured)
            {
                var drawn = Gamma(Concentration * weight / all, ref state);
                (sum, weights) = (sum + (drawn * value), weights + drawn);
            }

            draws.Add(Math.Round(sum / weights, 9));
        }

        return draws;
    }

    /// <summary>The value below which a share of the draws lies.</summary>
    public static double Percentile(IReadOnlyList<double> draws, double share) => draws.Order().ElementAt((int)Math.Round(share * (draws.Count - 1), MidpointRounding.AwayFromZero));

    /// <summary>A gamma-distributed number of a shape of 1 or more (Marsaglia and Tsang, 2000).</summary>
    private static double Gamma(double shape, ref ulong state)
    {
        var d = shape - (1d / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal(ref state);
            var v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            if (Math.Log(Uniform(ref state)) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    /// <summary>A normally distributed number, by the polar method.</summary>
    private static double Normal(ref ulong state)
    {
        while (true)
        {
            var (u, v) = ((2 * Uniform(ref state)) - 1, (2 * Uniform(ref state)) - 1);
            var s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                return u * Math.Sqrt(-2 * Math.Log(s) / s);
            }
        }
    }

    /// <summary>A number between 0 and 1, neither of them.</summary>
    private static double Uniform(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
            return ((z >> 11) + 0.5) / (1UL << 53);
        }
    }
}
