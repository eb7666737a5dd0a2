using System.IO.Compression;

namespace LicensingPipeline.Collect;

/// <summary>
/// The body of an answer as it arrives: unpacked, checked against the announced length, and every failure of the line or of the packing
/// told as one exception, so that a full disk is never taken for a broken line.
/// </summary>
internal sealed class Wire : ForwardStream
{
    private readonly Counted _raw;
    private readonly Stream _unpacked;
    private readonly long? _announced;
    private readonly long _stopAfter;
    private long _given;

    /// <param name="stopAfter">Where to end without having read everything.</param>
    /// <param name="heard">Called whenever bytes arrive.</param>
    private Wire(Stream body, string? encoding, long? announced, long stopAfter, Action heard)
    {
        _raw = new Counted(body, heard);
        _announced = announced;
        _stopAfter = stopAfter;
        _unpacked = encoding switch
        {
            null or "identity" => _raw,
            "gzip" or "x-gzip" => new GZipStream(_raw, CompressionMode.Decompress),
            "br" => new BrotliStream(_raw, CompressionMode.Decompress),
            _ => throw SourceException.Drift($"The server packed the file as '{encoding}', which was not asked for and is not read. Write to the council, or hand the file in under manual."),
        };
    }

    /// <summary>Opens the body of a response.</summary>
    public static async Task<Wire> OpenAsync(HttpContent content, long stopAfter, Action heard, CancellationToken ct) => new(
        await content.ReadAsStreamAsync(ct),
        content.Headers.ContentEncoding.LastOrDefault()?.ToLowerInvariant(),
        content.Headers.ContentLength,
        stopAfter,
        heard);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var room = (int)Math.Min(buffer.Length, _stopAfter - _given);
        if (room == 0)
        {
            return 0;
        }

        try
        {
            var read = await _unpacked.ReadAsync(buffer[..room], cancellationToken);
            _given += read;
            if (read == 0)
            {
                await CheckLengthAsync(cancellationToken);
            }

            return read;
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or InvalidOperationException)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "the answer broke off before it was whole", broken);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
            _raw.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask CheckLengthAsync(CancellationToken ct)
    {
        // What follows the end of the packed data counts towards the announced length.
        var rest = new byte[4096];
        while (await _raw.ReadAsync(rest, ct) > 0)
        {
        }

        if (_announced > _raw.Count)
        {
            throw new InvalidDataException("The body is shorter than its Content-Length.");
        }
    }

    /// <summary>Counts what came over the line.</summary>
    private sealed class Counted(Stream body, Action heard) : ForwardStream
    {
        public long Count { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await body.ReadAsync(buffer, cancellationToken);
            Count += read;
            heard();
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                body.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
