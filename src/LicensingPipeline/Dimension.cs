namespace LicensingPipeline;

/// <summary>
/// The six sides of a register that a scorecard measures, in the order in which it prints them, and none. An issue tells of one of them
/// or counts nowhere. The method is docs/scorecard-method.md.
/// </summary>
public enum Dimension
{
    /// <summary>It counts nowhere.</summary>
    None,
    /// <summary>How much of what the law lists is there.</summary>
    Completeness,
    /// <summary>Whether it is written in one way: within the file, as the published standard has it, over time.</summary>
    Consistency,
    /// <summary>Whether what is there can be true.</summary>
    Validity,
    /// <summary>How it can be had and re-used.</summary>
    Openness,
    /// <summary>Whether licences and homes can be told apart.</summary>
    Uniqueness,
    /// <summary>Whether it is kept up to date.</summary>
    Timeliness,
}
