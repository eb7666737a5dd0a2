namespace LicensingPipeline.Extract;

/// <summary>A word and the box it fills, in points from the top left corner of its page.</summary>
internal readonly record struct PdfWord(double Left, double Top, double Right, double Bottom, string Text)
{
    /// <summary>Height of the box, which is a little more than the size of the type.</summary>
    public double Height => Bottom - Top;

    /// <summary>Half way down the box.</summary>
    public double Middle => (Top + Bottom) / 2;

    /// <summary>Half way across the box.</summary>
    public double Centre => (Left + Right) / 2;

    /// <summary>Whether two words stand on one line.</summary>
    public bool IsBeside(in PdfWord other) => Math.Abs(Middle - other.Middle) < 0.4 * Math.Min(Height, other.Height);
}

/// <summary>The words of one page, in no order.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Words">None where the page is a picture.</param>
internal sealed record PdfPage(int Number, IReadOnlyList<PdfWord> Words);
