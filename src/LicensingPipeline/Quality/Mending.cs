using System.Globalization;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Quality;

/// <summary>The lines that would let a held copy pass, for the case that it is right and our description is not.</summary>
public static class Mending
{
    private const double OfTonight = 0.85;

    /// <summary>The fewest entries to ask for once so many were seen to be right.</summary>
    public static int MinRows(long entries) => (int)Math.Floor(entries * OfTonight);

    /// <summary>The lines, one below the other; null where none would help.</summary>
    /// <param name="state">The state the gate gave.</param>
    /// <param name="spec">The stream.</param>
    /// <param name="figures">Counts over the entries.</param>
    /// <param name="sha256">Hash of the copy.</param>
    /// <param name="asAt">Date of the copy.</param>
    public static string? Lines(StreamState state, StreamSpec spec, CopyFigures figures, string sha256, DateOnly asAt) => state switch
    {
        StreamState.HeldShrunk when figures.EntryRows == 0 => null,
        StreamState.HeldShrunk when figures.EntryRows < spec.Guards.MinRows => Text($"guards: {{ min-rows: {MinRows(figures.EntryRows)} }}    # if the register really is this small"),
        StreamState.HeldDegraded when Gate.Unfilled(spec, figures).ToList() is { Count: > 0 } unfilled => string.Join('\n', unfilled.Select(Fill)),
        StreamState.HeldShrunk or StreamState.HeldDegraded => Text(
            $"- {{ sha256: {sha256}, accept: {state}, why: \"what you saw in the file\", who: \"@you\", date: {asAt:yyyy-MM-dd} }}    # in acks/, if the file is right as it is"),
        _ => null,
    };

    private static string Fill((Field Field, double Least, double Share) unfilled) =>
        Text($"guards.fill: {{ {unfilled.Field.Key()}: {{ at-least: {Math.Floor(unfilled.Share * 90) / 100:0.##}, why: \"what the council leaves empty, and why\" }} }}    # if it really is left empty");

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
