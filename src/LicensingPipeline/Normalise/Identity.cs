using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace LicensingPipeline.Normalise;

/// <summary>What an entry is told by: a number for who it is, and one for what it says.</summary>
public static class Identity
{
    /// <summary>One for each thread: to make one costs more than to use it.</summary>
    [ThreadStatic]
    private static IncrementalHash? _sha;

    /// <summary>
    /// The licence's identity: the first 64 bits of SHA-256 over authority, register and the reference or the fields
    /// that stand in for one, as published, joined by U+001F after rule k1. Null where all of them are empty.
    /// </summary>
    public static ulong? Of(string authority, string register, IReadOnlyList<Field> id, string?[] raw)
    {
        Span<char> text = stackalloc char[1024];
        var length = Append(text, 0, authority);
        text[length++] = '\u001F';
        length = Append(text, length, register);
        var any = false;
        if (!string.IsNullOrWhiteSpace(raw[(int)Field.Reference]))
        {
            any = true;
            text[length++] = '\u001F';
            length = AppendK1(text, length, raw[(int)Field.Reference]!);
        }
        else
        {
            foreach (var field in id)
            {
                var value = raw[(int)field];
                any |= !string.IsNullOrWhiteSpace(value);
                if (length < text.Length)
                {
                    text[length++] = '\u001F';
                }

                length = AppendK1(text, length, value ?? "");
            }
        }

        if (!any)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[3 * 1024];
        var count = Encoding.UTF8.GetBytes(text[..length], bytes);
        Span<byte> hash = stackalloc byte[32];
        _sha ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _sha.AppendData(bytes[..count]);
        _sha.GetHashAndReset(hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    /// <summary>The identity as it is written: 16 hex digits.</summary>
    public static string Hex(ulong identity) => identity.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// A 64-bit number over what the entry says: its text by field after trimming, whatever the order of the columns, and
    /// the cells nobody maps. Not against forgery, only to tell entries apart.
    /// </summary>
    public static ulong Content(string?[] raw, string? unmapped)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] is { } text)
            {
                hash = Mix(hash ^ (ulong)i, text.AsSpan().Trim());
            }
        }

        return unmapped is null ? hash : Mix(hash ^ 0xFFFF, unmapped);
    }

    /// <summary>A 64-bit number over what a licence states, provenance left out.</summary>
    public static ulong Content(Licence licence)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        var values = licence.Values;
        for (var i = (int)Field.Reference; i < (int)Field.Sha256; i++)
        {
            // Whether it is in force depends on the date of the copy and not on what the entry says.
            if (values[i] is { } text && i != (int)Field.InForce)
            {
                hash = Mix(hash ^ (ulong)i, text);
            }
        }

        return hash;
    }

    /// <summary>A 64-bit number over one text, for keys that need no order.</summary>
    public static ulong Hash(ReadOnlySpan<char> text) => Mix(0x9E3779B97F4A7C15UL, text);

    private static ulong Mix(ulong hash, ReadOnlySpan<char> text)
    {
        var bytes = MemoryMarshal.AsBytes(text);
        hash ^= (ulong)bytes.Length * 0xC2B2AE3D27D4EB4FUL;
        while (bytes.Length >= 8)
        {
            hash = Fold(hash ^ MemoryMarshal.Read<ulong>(bytes), 0x9FB21C651E98DF25UL);
            bytes = bytes[8..];
        }

        ulong rest = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            rest |= (ulong)bytes[i] << (8 * i);
        }

        return Fold(hash ^ rest, 0xD6E8FEB86659FD93UL);
    }

    /// <summary>One to one for a given multiplier, so that texts that differ in eight bytes only can never meet.</summary>
    private static ulong Fold(ulong value, ulong odd)
    {
        value *= odd;
        value ^= value >> 32;
        value *= 0xD6E8FEB86659FD93UL;
        return value ^ (value >> 29);
    }

    private static int Append(Span<char> text, int length, string value)
    {
        var fits = Math.Min(value.Length, text.Length - length);
        value.AsSpan(0, fits).CopyTo(text[length..]);
        return length + fits;
    }

    /// <summary>Rule k1, frozen: trim, collapse spaces, upper-case, drop a leading quote or back-tick. A value past the buffer is cut.</summary>
    private static int AppendK1(Span<char> text, int length, string value)
    {
        var from = value.AsSpan().Trim();
        if (from.Length > 0 && from[0] is '\'' or '`' or '"' or '\u2018' or '\u2019' or '\u201C')
        {
            from = from[1..].TrimStart();
        }

        var gap = false;
        foreach (var c in from)
        {
            if (char.IsWhiteSpace(c))
            {
                gap = true;
                continue;
            }

            if (length + 2 > text.Length)
            {
                break;
            }

            if (gap)
            {
                text[length++] = ' ';
                gap = false;
            }

            text[length++] = char.ToUpperInvariant(c);
        }

        return length;
    }
}
