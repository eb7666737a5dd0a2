namespace LicensingPipeline.Cli.Demo;

/// <summary>
/// Numbers that look random and are the same on every machine and in every version of .NET, which the library's own do not
/// promise (SplitMix64).
/// </summary>
internal sealed class SampleDice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to and without the limit.</summary>
    public int Below(int limit)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
    }

    /// <summary>One of the choices.</summary>
    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
