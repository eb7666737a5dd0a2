namespace LicensingPipeline.Extract;

/// <summary>
/// The one place where whatever a reading library throws over damaged bytes becomes a failed source. Our own bugs
/// past the readers do not come through here.
/// </summary>
internal static class Guarded
{
    /// <summary>Walks a reader's rows; any exception but a cancellation becomes a <see cref="SourceException"/>.</summary>
    public static IEnumerable<T> Walk<T>(string format, Func<IEnumerable<T>> open)
    {
        using var rows = Try(format, () => open().GetEnumerator());
        while (Try(format, rows.MoveNext))
        {
            yield return rows.Current;
        }
    }

    private static T Try<T>(string format, Func<T> step)
    {
        try
        {
            return step();
        }
#pragma warning disable CA1031 // Libraries throw anything over damaged bytes; what it was is kept as the inner exception.
        catch (Exception thrown) when (thrown is not (SourceException or OperationCanceledException or OutOfMemoryException))
        {
            throw SourceException.Unreadable(format, thrown);
        }
#pragma warning restore CA1031
    }
}
