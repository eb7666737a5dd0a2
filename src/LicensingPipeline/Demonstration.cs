namespace LicensingPipeline;

/// <summary>Invented data says so (rule 12).</summary>
public static class Demonstration
{
    /// <summary>The sentence that everything made from invented data carries.</summary>
    public const string Mark = "Demonstration: invented data, nothing about this council";
}
