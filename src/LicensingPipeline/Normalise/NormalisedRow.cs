namespace LicensingPipeline.Normalise;

/// <summary>An entry read: the licence it states with its issues, or the reason why it is set aside.</summary>
/// <param name="Licence">The licence without identity suffix and history; where the entry is set aside, what could be read of it.</param>
/// <param name="Issues">What is odd about it.</param>
/// <param name="Quarantine">Code of the issue for which it is set aside, or null.</param>
/// <param name="Identity">First 64 bits of its licence_id; 0 where it has none.</param>
/// <param name="Content">What tells entries of one identity apart.</param>
/// <param name="PropertyKey">Key of the home, or null.</param>
public sealed record NormalisedRow(
    Licence Licence, IReadOnlyList<Issue> Issues, string? Quarantine, ulong Identity, ulong Content, string? PropertyKey);
