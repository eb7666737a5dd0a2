namespace LicensingPipeline.Extract;

/// <summary>A stream to be read once that may not give more bytes than was said of it beforehand.</summary>
internal sealed class AtMost(Stream inner, long limit) : ForwardStream
{
    private long _left = limit;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _left -= count;
        return _left >= 0 ? count : throw SourceException.Cap("The unpacked size of a part of the file", "the size the file itself states");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
