using System.Globalization;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.View;

/// <summary>Whether licensing of a kind is in force somewhere in an authority on a day.</summary>
public enum Force
{
    /// <summary>In the whole area.</summary>
    Whole,

    /// <summary>In some wards; without ward data nobody can say in which of them a home lies.</summary>
    SomeWards,

    /// <summary>A designation is recorded whose first or last day nobody has seen.</summary>
    Unsure,

    /// <summary>None that we know of.</summary>
    None,
}

/// <summary>How licensing of one kind stands in one authority on one day.</summary>
/// <param name="Force">Whether and where it is in force.</param>
/// <param name="Schemes">The designations meant, in the order of their first days.</param>
/// <param name="Sentence">The same in words.</param>
public sealed record SchemeStanding(Force Force, IReadOnlyList<Scheme> Schemes, string Sentence)
{
    private static readonly DateOnly MandatoryBegan = new(2006, 4, 6);
    private static readonly DateOnly MandatoryWidened = new(2018, 10, 1);

    /// <summary>How it stands.</summary>
    /// <param name="schemes">All designations of the authority.</param>
    /// <param name="kind">mandatory-hmo, additional-hmo or selective.</param>
    /// <param name="on">The day asked about.</param>
    /// <param name="nation">England, Wales or Scotland: the law of mandatory licensing that we know is England's.</param>
    public static SchemeStanding Of(IEnumerable<Scheme> schemes, string kind, DateOnly on, string nation = "England")
    {
        if (kind == "mandatory-hmo")
        {
            return nation == "England" ? Mandatory(on)
                : new SchemeStanding(Force.Unsure, [], $"Mandatory HMO licensing: {nation} has a law of its own that we do not know well enough: ask the council.");
        }

        var known = schemes.Where(s => s.Kind == kind).OrderBy(s => s.InForceFrom ?? DateOnly.MinValue).ThenBy(s => s.Designation, StringComparer.Ordinal).ToList();
        var inForce = known.Where(s => s.InForceFrom <= on && Last(s) >= on).ToList();
        // No designation lasts longer than five years (Housing Act 2004 s.60(2) and s.84(2)), whatever nobody wrote down.
        var unsure = known.Where(s => (s.InForceFrom is null && (Last(s) ?? DateOnly.MaxValue) >= on) || (s.InForceFrom <= on && s.InForceFrom.Value.AddYears(5) > on && Last(s) is null)).ToList();
        if (inForce.Exists(IsWhole))
        {
            return new SchemeStanding(Force.Whole, inForce, $"{Title(kind)}: {string.Join("; and ", inForce.Select(InForce))}.");
        }

        if (inForce.Count > 0)
        {
            // A home outside these wards may lie in those of a designation of which only the dates are unknown.
            return new SchemeStanding(Force.SomeWards, [.. inForce, .. unsure], $"{Title(kind)}: {string.Join("; and ", inForce.Select(InForce).Concat(unsure.Select(Unsure)))}.");
        }

        return unsure.Count > 0
            ? new SchemeStanding(Force.Unsure, unsure, $"{Title(kind)}: {string.Join("; and ", unsure.Select(Unsure))}.")
            : new SchemeStanding(Force.None, [], $"{Title(kind)}: none in force that we know of{Around(known, on)}.");
    }

    /// <summary>
    /// Mandatory licensing needs no designation (Housing Act 2004 s.55, in force from 6 April 2006); the test of three storeys went on
    /// 1 October 2018 (SI 2018/221).
    /// </summary>
    private static SchemeStanding Mandatory(DateOnly on) => on < MandatoryBegan
        ? new SchemeStanding(Force.None, [], "Mandatory HMO licensing: not yet in force, it began on 2006-04-06.")
        : new SchemeStanding(Force.Whole, [], on < MandatoryWidened
            ? "Mandatory HMO licensing: in force in all of England, for houses of three or more storeys where five or more people of two or more households share."
            : "Mandatory HMO licensing: in force in all of England, where five or more people of two or more households share.");

    private static string Title(string kind) => kind == "selective" ? "Selective licensing" : "Additional HMO licensing";

    private static bool IsWhole(Scheme scheme) => scheme.Area == "whole-borough";

    private static string InForce(Scheme scheme) => $"in force {Place(scheme, ": check ")}, {Dates(scheme)}{Blocks(scheme)}{Doubt(scheme)}";

    private static string Unsure(Scheme scheme) => scheme.InForceFrom is null
        ? $"it may be in force{Where(scheme)}, but we do not know since when: ask the council"
        : $"in force{Where(scheme)} from {Iso(scheme.InForceFrom)}, but we do not know until when: ask the council";

    private static string Where(Scheme scheme) => $" {Place(scheme, " ")}";

    /// <summary>Where nobody wrote the wards down, or streets are meant, the name of the designation says what is known.</summary>
    private static string Place(Scheme scheme, string before) => IsWhole(scheme) ? "in the whole borough"
        : scheme.Area.Length > 0 ? $"in some wards{before}({scheme.Area}{Drawn(scheme)})"
        : $"in part of the borough{before}({scheme.Designation})";

    private static string Drawn(Scheme scheme) => string.IsNullOrEmpty(scheme.WardYear) ? "" : $", wards as drawn in {scheme.WardYear}";

    private static string Dates(Scheme scheme) => $"{Iso(scheme.InForceFrom)} to {Iso(Last(scheme))}";

    private static string Blocks(Scheme scheme) => scheme.Section257 switch
    {
        "in" => ", converted blocks (section 257) too",
        "out" => ", converted blocks (section 257) left out",
        _ => "",
    };

    private static string Doubt(Scheme scheme) => scheme.Confidence is "inferred" or "weak" ? " (not all of it evidenced: ask the council)" : "";

    private static string Around(List<Scheme> known, DateOnly on)
    {
        var ended = known.Where(s => Last(s) < on).OrderBy(Last).LastOrDefault();
        var begins = known.Find(s => s.InForceFrom > on);
        return (ended, begins) switch
        {
            (null, null) => "",
            ({ } last, null) => $" (the last ended on {Iso(Last(last))})",
            (null, { } next) => $" (one begins on {Iso(next.InForceFrom)})",
            ({ } last, { } next) => $" (the last ended on {Iso(Last(last))}, the next begins on {Iso(next.InForceFrom)})",
        };
    }

    private static DateOnly? Last(Scheme scheme) => scheme.EndedEarly ?? scheme.InForceTo;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
