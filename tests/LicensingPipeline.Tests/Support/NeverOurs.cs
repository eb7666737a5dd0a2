namespace LicensingPipeline.Tests.Support;

/// <summary>Words that no sentence of ours says (rule 8); what others write is quoted and may.</summary>
internal static class NeverOurs
{
    public static readonly string[] Words = ["unlicensed", "illegal", "worst", "fail", "breach", "landlord", "owner"];
}
