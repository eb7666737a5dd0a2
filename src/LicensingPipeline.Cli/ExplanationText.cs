using LicensingPipeline.View;

namespace LicensingPipeline.Cli;

/// <summary>An explanation as a person reads it, from the record down to the bytes.</summary>
internal static class ExplanationText
{
    public static void Print(Terminal terminal, IReadOnlyList<Explanation> explained, Names names, bool invented)
    {
        if (invented && explained.Count > 0)
        {
            terminal.Print(Demonstration.Mark);
        }

        foreach (var one in explained)
        {
            Print(terminal, one, names);
            terminal.Print();
        }
    }

    private static void Print(Terminal terminal, Explanation one, Names names)
    {
        var licence = one.Licence;
        terminal.Print($"Licence {licence.Id}: {names.Of(licence[Field.Authority] ?? "")}, stream {licence[Field.Stream]}, {(one.IsCurrent ? "on the last copy" : $"no longer on the register, last seen {licence[Field.LastSeen]}")}");
        PrintRecord(terminal, one);
        PrintRules(terminal, one);
        terminal.Print(one.Issues.Count == 0 ? "Issues: none." : "Issues:");
        foreach (var issue in one.Issues)
        {
            terminal.Print($"  {issue.Code} ({issue.Severity}, {issue.Cause}){(issue.Field is null ? "" : $" in {issue.Field}")}: {IssueCodes.Find(issue.Code).Sentence}");
        }

        var copy = one.Copy;
        terminal.Print("Where it stands:");
        terminal.Print($"  copy as at {licence[Field.AsAt]}, {licence[Field.Where]}, origin {copy.Origin}{(copy.RetrievedAt is null ? "" : $", retrieved {copy.RetrievedAt}")}");
        terminal.Print($"  sha256 {copy.Sha256}");
        foreach (var file in copy.Files)
        {
            terminal.Print($"  file {file.Name}{(copy.Files.Count > 1 ? $", sha256 {file.Sha256}" : "")}");
        }

        PrintHistory(terminal, one);
    }

    private static void PrintRecord(Terminal terminal, Explanation one)
    {
        terminal.Print("Record, and the text as published where it differs:");
        var raw = one.Raw.ToDictionary(r => r.Field, r => r.Text);
        foreach (var field in Fields.All.Where(f => f < Field.Sha256))
        {
            var (value, text) = (one.Licence[field], raw.GetValueOrDefault(field));
            if (value is not null || text is not null)
            {
                terminal.Print($"  {field.Key().PadRight(24)}{LicenceText.OneLine(value ?? "(empty)")}{(text is null || text == value ? "" : $"   <- '{Visible(text)}'")}");
            }
        }

        if (one.Unmapped is { } unmapped)
        {
            terminal.Print($"  columns nobody maps: {Visible(unmapped.Replace("\u001F", ": ", StringComparison.Ordinal).Replace("\u001E", "; ", StringComparison.Ordinal))}");
        }
    }

    private static void PrintRules(Terminal terminal, Explanation one)
    {
        if (one.Note is { } note)
        {
            terminal.Print(note);
        }

        if (one.Rules is { } rules)
        {
            terminal.Print(rules.Count == 0 ? "Rules: none changed a value." : "Rules that fired:");
            foreach (var rule in rules)
            {
                terminal.Print($"  {rule.Field.Key().PadRight(24)}{rule.Rule}: {Quoted(rule.Before)} -> {Quoted(rule.After)}");
            }
        }
    }

    private static void PrintHistory(Terminal terminal, Explanation one)
    {
        terminal.Print($"History: first seen {one.Licence[Field.FirstSeen]}, last seen {one.Licence[Field.LastSeen]}");
        foreach (var version in one.Versions)
        {
            terminal.Print($"  {Iso(version.FirstCopy)} to {(version.GoneBy is { } gone ? $"before {Iso(gone)}" : "the last copy")}: {version.Where} of {version.Sha256[..12]}");
        }

        foreach (var change in one.Events)
        {
            terminal.Print($"  {change.AsAt}  {LicenceText.OneLine(ChangeWords.Of(change))}");
        }
    }

    private static string Quoted(string? text) => text is null ? "(empty)" : $"'{Visible(text)}'";

    /// <summary>Line breaks and other invisible signs are often the very reason, so they are shown.</summary>
    private static string Visible(string text) => string.Concat(text.Select(c => c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ when char.IsControl(c) => "\\?", _ => $"{c}" }));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
