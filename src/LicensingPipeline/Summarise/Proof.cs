using System.Text.Json.Serialization;
using LicensingPipeline.Quality;

namespace LicensingPipeline.Summarise;

/// <summary>A column of the file or of the source file, and how the two go together.</summary>
/// <param name="Declared">The heading in the source file, or null.</param>
/// <param name="Found">The heading in the file, or null.</param>
/// <param name="Field">The field it feeds, or null.</param>
/// <param name="Suggestion">A line that would mend it, or null.</param>
public sealed record ProvedColumn(string? Declared, string? Found, string? Field, string? Suggestion);

/// <summary>What <c>sources prove</c> prints: all that a person wants to see before saying that a copy reads right.</summary>
public sealed record Proof
{
    public required string Authority { get; init; }
    public required string Stream { get; init; }
    /// <summary>The address that was asked for last, or null for a file given by hand.</summary>
    public string? Link { get; init; }
    /// <summary>What came of asking.</summary>
    public string? LinkDetail { get; init; }
    public required string Sha256 { get; init; }
    public required string AsAt { get; init; }
    /// <summary>What the bytes are, in words.</summary>
    public required string Kind { get; init; }
    /// <summary>The row in which the headings stand by the source file; null where it leaves that open.</summary>
    public int? HeaderRowDeclared { get; init; }
    /// <summary>The row in which they were found.</summary>
    public int? HeaderRowFound { get; init; }
    public required IReadOnlyList<ProvedColumn> Columns { get; init; }
    /// <summary>What the next run makes of it as things stand.</summary>
    public required string State { get; init; }
    public required string Detail { get; init; }
    /// <summary>What it would make of it with the suggested lines.</summary>
    public required string StateIfAccepted { get; init; }
    public required string DetailIfAccepted { get; init; }
    public long RowsRead { get; init; }
    public long Entries { get; init; }
    public long Licences { get; init; }
    public long Quarantined { get; init; }
    public long NotARecord { get; init; }
    public required IReadOnlyList<DateProof> Dates { get; init; }
    /// <summary>Share of postcodes in the authority; null where it was not checked.</summary>
    public double? PostcodesInAuthority { get; init; }
    /// <summary>Share of entries whose licence kind is known.</summary>
    public double? KindsMapped { get; init; }
    public required IReadOnlyList<KindWord> Kinds { get; init; }
    public required IReadOnlyDictionary<string, long> Issues { get; init; }
    public required IReadOnlyList<OddRow> Oddest { get; init; }
    /// <summary>The lines that <c>--accept</c> writes.</summary>
    public required IReadOnlyList<string> Lines { get; init; }
    /// <summary>Whether they were written.</summary>
    public bool Accepted { get; init; }
    /// <summary>The sentence that marks invented data, else absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Demonstration { get; init; }

    /// <summary>The source file as it would be; for whoever writes it.</summary>
    [JsonIgnore]
    public string NewText { get; init; } = "";

    /// <summary>Why the lines may not be written, or null.</summary>
    [JsonIgnore]
    public string? Refusal { get; init; }
}
