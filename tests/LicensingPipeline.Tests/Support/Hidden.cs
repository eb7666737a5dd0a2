using Shouldly;

namespace LicensingPipeline.Tests.Support;

/// <summary>
/// Text out of a real register, which names people: it can be compared and never be printed. A failed assertion shows
/// <c>&lt;hidden&gt;</c> in its place.
/// </summary>
internal readonly record struct Hidden(string Text)
{
    public override string ToString() => "<hidden>";

    /// <summary>Compares two lists of rows; what differs is told by counts and row numbers only.</summary>
    public static void Same(IReadOnlyList<string> actual, IReadOnlyList<string> expected, string what)
    {
        var differ = Enumerable.Range(0, Math.Min(actual.Count, expected.Count)).Where(i => actual[i] != expected[i]).ToList();
        if (actual.Count != expected.Count || differ.Count > 0)
        {
            throw new ShouldAssertException(FormattableString.Invariant(
                $"{what}: {actual.Count} rows, {expected.Count} wanted; {differ.Count} differ, the first in row {(differ.Count > 0 ? differ[0] : -1)}: <hidden>"));
        }
    }
}
