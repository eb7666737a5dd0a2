namespace LicensingPipeline.Extract;

/// <summary>A heading and the box its words fill.</summary>
internal sealed record PdfHeading(string Text, double Left, double Top, double Right, double Bottom)
{
    public double Height => Bottom - Top;

    public double Centre => (Left + Right) / 2;

    public bool IsAcross(double left, double right) => left < Right && right > Left;
}

/// <summary>The headings of a table and what stands around them on their page.</summary>
/// <param name="Headings">From left to right.</param>
/// <param name="Words">The words they are made of.</param>
internal sealed record PdfHeader(IReadOnlyList<PdfHeading> Headings, IReadOnlySet<PdfWord> Words)
{
    /// <summary>Where the rows begin.</summary>
    public double Bottom { get; } = Headings.Max(h => h.Bottom);

    /// <summary>Whether another page has other headings, or has them elsewhere across the page.</summary>
    public bool HasMoved(PdfHeader other) => Headings.Count != other.Headings.Count
        || Headings.Zip(other.Headings).Any(h => !h.First.Text.Equals(h.Second.Text, StringComparison.OrdinalIgnoreCase) || Math.Abs(h.First.Left - h.Second.Left) > 1 || Math.Abs(h.First.Right - h.Second.Right) > 1);
}
