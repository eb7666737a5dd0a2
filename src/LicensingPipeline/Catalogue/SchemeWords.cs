namespace LicensingPipeline.Catalogue;

/// <summary>Which licence kind a publisher's words seem to mean. It only proposes; what is read is what a source file lists.</summary>
public static class SchemeWords
{
    private static readonly (string Fragment, string Scheme)[] Signs =
    [
        ("exempt", "temporary-exemption"), ("257", "section-257"), ("selective", "selective"), ("additional", "additional-hmo"),
        ("mandatory", "mandatory-hmo"), ("hmo", "hmo-unspecified"), ("multiple occupation", "hmo-unspecified"), ("shared house", "hmo-unspecified"), ("bedsit", "hmo-unspecified"),
    ];

    /// <summary>The kind, or null where the words say nothing.</summary>
    public static string? Of(string words) => Array.Find(Signs, s => words.Contains(s.Fragment, StringComparison.OrdinalIgnoreCase)).Scheme;
}
