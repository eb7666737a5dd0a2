namespace LicensingPipeline;

/// <summary>How much an issue matters to somebody who relies on the value.</summary>
public enum Severity { Info, Notice, Warning, Error }

/// <summary>Whose doing an issue is: only <see cref="Published"/> can ever count against a council.</summary>
public enum Cause { Published, Parser, Withheld, Unknown }

/// <summary>A value, a row or a column that is odd. Kinds of issue are listed in <see cref="IssueCodes"/>.</summary>
/// <param name="Code">One of <see cref="IssueCodes.All"/>.</param>
/// <param name="Field">The field it concerns, or null where it concerns the row or the column.</param>
/// <param name="Raw">The text as published; may hold a person's name, so never in a log or a public file.</param>
/// <param name="Where">Place in the file, such as <c>row 84</c>, or the heading of a column.</param>
public sealed record Issue(string Code, Field? Field, string Raw, string Where)
{
    /// <summary>What kind of issue it is.</summary>
    public IssueCode Kind => IssueCodes.Find(Code);
}

/// <summary>A kind of issue.</summary>
/// <param name="Code">Stable name, as printed and exported.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Cause">Whose doing it is.</param>
/// <param name="Dimension">Which side of the register it tells of.</param>
/// <param name="Sentence">What it means, for an organiser.</param>
/// <param name="Mend">How the publisher mends it at source, for a council; null where the doing is ours.</param>
/// <param name="RestsOn">The regulation or standard behind it, or good practice.</param>
public sealed record IssueCode(string Code, Severity Severity, Cause Cause, Dimension Dimension, string Sentence, string? Mend, string RestsOn);
