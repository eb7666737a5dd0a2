namespace LicensingPipeline;

/// <summary>x</summary>
public sealed record Issue(string Code);
