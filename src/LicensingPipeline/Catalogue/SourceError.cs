namespace LicensingPipeline.Catalogue;

/// <summary>Something wrong in a source file.</summary>
/// <param name="File">File name, such as <c>camden.yaml</c>.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Key">Where in the file, such as <c>streams.hmo.guards</c>.</param>
/// <param name="Message">What is wrong and what is wanted.</param>
public sealed record SourceError(string File, long Line, string Key, string Message)
{
    /// <summary>One line, as a compiler prints it.</summary>
    public override string ToString() => $"{File}:{Line}: {Key}: {Message}";
}
