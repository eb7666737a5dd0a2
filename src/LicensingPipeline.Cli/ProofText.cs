using System.Globalization;
using LicensingPipeline.Summarise;

namespace LicensingPipeline.Cli;

/// <summary>A proof as a person reads it.</summary>
internal static class ProofText
{
    public static void Print(Terminal terminal, Proof proof)
    {
        if (proof.Demonstration is { } mark)
        {
            terminal.Print(mark);
            terminal.Print();
        }

        Head(terminal, proof);
        Columns(terminal, proof);
        Contents(terminal, proof);
        Oddest(terminal, proof);
        terminal.Print();
        terminal.Print($"As it stands: {proof.State}. {proof.Detail}".TrimEnd());
        terminal.Print($"With the lines below: {proof.StateIfAccepted}. {proof.DetailIfAccepted}".TrimEnd());
        foreach (var line in proof.Lines)
        {
            terminal.Print($"  {line.Trim()}");
        }

        terminal.Print(proof.Accepted ? "They were written into the source file." : "Compare some rows with the file itself; when they are right, write the lines with --accept.");
    }

    private static void Head(Terminal terminal, Proof proof)
    {
        terminal.Print($"{proof.Authority}/{proof.Stream}: copy as at {proof.AsAt}, sha256 {proof.Sha256[..16]}…");
        terminal.Print($"Link found: {(proof.Link is null ? "none; the file was given by hand" : $"{proof.Link}. {proof.LinkDetail}")}");
        terminal.Print($"Bytes: {proof.Kind}");
        terminal.Print($"Headings: in row {Row(proof.HeaderRowFound)}{(proof.HeaderRowDeclared is { } declared && declared != proof.HeaderRowFound ? $"; the source file says row {Row(declared)}" : "")}");
    }

    private static string Row(int? row) => row switch
    {
        null => "none: no row looks like headings",
        0 => "none: they are the keys of the records",
        { } number => number.ToString(CultureInfo.InvariantCulture),
    };

    private static void Columns(Terminal terminal, Proof proof)
    {
        terminal.Print();
        var grid = new Grid("Declared", "Found", "Field");
        foreach (var column in proof.Columns)
        {
            grid.Add([Cut(column.Declared), Cut(column.Found), column.Field ?? "-"], column.Suggestion is { } line ? $"Suggested line: {line}" : "");
        }

        grid.Print(terminal);
        terminal.Print();
    }

    private static void Contents(Terminal terminal, Proof proof)
    {
        terminal.Print($"Rows: {Grid.Number(proof.RowsRead)} read, {Grid.Number(proof.Entries)} of them entries, {Grid.Number(proof.Licences)} licences; {Grid.Number(proof.Quarantined)} set aside, {Grid.Number(proof.NotARecord)} no entry");
        foreach (var date in proof.Dates)
        {
            terminal.Print($"Dates in {date.Field}: {Order(date.DayFirst, date.MonthFirst)}");
        }

        terminal.Print($"Postcodes in the authority: {(proof.PostcodesInAuthority is { } share ? Percent(share) : "not checked")}");
        terminal.Print($"Licence kinds known: {(proof.KindsMapped is { } known ? Percent(known) : "not checked")}");
        foreach (var kind in proof.Kinds.Where(k => k.Scheme is null))
        {
            terminal.Print($"  \"{kind.Word}\" ({Grid.Number(kind.Rows)} rows) is not listed under values{(Catalogue.SchemeWords.Of(kind.Word) is { } scheme ? $". Suggested line: {Catalogue.YamlText.Quoted(kind.Word)}: {scheme}" : "")}");
        }

        terminal.Print($"Issues: {(proof.Issues.Count == 0 ? "none" : string.Join(", ", proof.Issues.Select(i => $"{i.Key} {Grid.Number(i.Value)}")))}");
    }

    private static string Order(long day, long month) => (day, month) switch
    {
        (0, 0) => "nothing proves the order of day and month",
        (_, 0) => $"day first, proven by {Grid.Number(day)}",
        (0, _) => $"month first, proven by {Grid.Number(month)}",
        _ => $"contradictory: {Grid.Number(day)} can only be day first, {Grid.Number(month)} only month first",
    };

    private static void Oddest(Terminal terminal, Proof proof)
    {
        if (proof.Oddest.Count == 0)
        {
            return;
        }

        terminal.Print();
        terminal.Print("The oddest entries:");
        foreach (var row in proof.Oddest)
        {
            terminal.Print($"  {row.Where}: {string.Join(", ", row.Issues.Select(Odd))}");
        }
    }

    private static string Odd(Quality.OddValue issue) =>
        issue.Code + (issue.Field is null ? "" : issue.Text is null ? $" ({issue.Field})" : $" ({issue.Field}: \"{Cut(issue.Text)}\")");

    private static string Percent(double share) => share.ToString("P1", CultureInfo.GetCultureInfo("en-GB"));

    private static string Cut(string? text) => text is null ? "-" : text.Length <= 60 ? LicenceText.OneLine(text) : $"{LicenceText.OneLine(text[..57])}…";
}
