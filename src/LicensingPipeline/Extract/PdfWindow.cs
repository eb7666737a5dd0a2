namespace LicensingPipeline.Extract;

/// <summary>A page between its neighbours.</summary>
/// <param name="Before">The page before it, or null.</param>
/// <param name="Page">The page.</param>
/// <param name="Ahead">The pages after it, eight at most.</param>
internal sealed record PdfWindow(PdfPage? Before, PdfPage Page, IReadOnlyList<PdfPage> Ahead)
{
    private const int Most = 8;

    /// <summary>Walks the pages.</summary>
    public static IEnumerable<PdfWindow> Over(IEnumerable<PdfPage> pages)
    {
        PdfPage? before = null;
        var held = new Queue<PdfPage>();
        foreach (var page in pages)
        {
            held.Enqueue(page);
            if (held.Count > Most)
            {
                yield return Next(ref before, held);
            }
        }

        while (held.Count > 0)
        {
            yield return Next(ref before, held);
        }
    }

    private static PdfWindow Next(ref PdfPage? before, Queue<PdfPage> held)
    {
        var page = held.Dequeue();
        var window = new PdfWindow(before, page, [.. held]);
        before = page;
        return window;
    }
}
