using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Normalise;

/// <summary>
/// What a damaged postcode may have been: every reading in which signs are exchanged for those they look like, held against
/// the postcodes that exist. One is accepted only where it is the only one.
/// </summary>
internal ref struct PostcodeReadings
{
    private readonly PostcodeTable _table;
    private readonly string _authority;
    private readonly ReadOnlySpan<char> _code;
    private readonly Span<char> _reading;
    private bool _farther;
    private int _live;
    private int _home;
    private int _former;
    private string? _liveOne;
    private string? _homeOne;
    private string? _formerOne;

    private PostcodeReadings(ReadOnlySpan<char> code, Span<char> reading, PostcodeTable table, string authority)
    {
        _code = code;
        _reading = reading;
        (_table, _authority) = (table, authority);
    }

    /// <summary>
    /// The only postcode that exists among the readings, or null where there is none or more than one. Of several in use the
    /// one in the register's own borough is meant; one that is withdrawn is asked for only where none is in use.
    /// </summary>
    /// <param name="code">Five to seven capitals and digits.</param>
    /// <param name="table">The postcodes that exist.</param>
    /// <param name="authority">GSS code of the register's borough.</param>
    public static string? Only(ReadOnlySpan<char> code, PostcodeTable table, string authority)
    {
        Span<char> reading = stackalloc char[7];
        var readings = new PostcodeReadings(code, reading[..code.Length], table, authority);
        readings.From(0);
        if (readings._live == 0 && readings._former == 0)
        {
            // L for 1 and Z for 2 look less alike than O and 0: only where nothing nearer is there.
            readings._farther = true;
            readings.From(0);
        }

        return readings._live == 1 ? readings._liveOne
            : readings._live > 1 ? (readings._home == 1 ? readings._homeOne : null)
            : readings._former == 1 ? readings._formerOne : null;
    }

    private void From(int at)
    {
        if (at == _code.Length)
        {
            See();
            return;
        }

        var written = _code[at];
        Try(at, written);
        Try(at, written switch { 'O' => '0', '0' => 'O', 'I' => '1', '1' => 'I', 'S' => '5', '5' => 'S', 'B' => '8', '8' => 'B', _ => '\0' });
        if (_farther)
        {
            Try(at, written switch { 'L' => '1', '1' => 'L', 'Z' => '2', '2' => 'Z', _ => '\0' });
        }
    }

    /// <summary>The first sign is a letter, and the inward code is a digit and two letters; between them the table decides.</summary>
    private void Try(int at, char sign)
    {
        var wantsLetter = at == 0 || at >= _code.Length - 2;
        if (sign == '\0' || (wantsLetter && char.IsAsciiDigit(sign)) || (at == _code.Length - 3 && !char.IsAsciiDigit(sign)))
        {
            return;
        }

        _reading[at] = sign;
        From(at + 1);
    }

    private void See()
    {
        switch (_table.Find(_reading))
        {
            case PostcodeStatus.Live:
                _live++;
                _liveOne = Spaced();
                if (_table.Place(_reading)?.Authority == _authority)
                {
                    (_home, _homeOne) = (_home + 1, _liveOne);
                }

                break;
            case PostcodeStatus.Terminated:
                (_former, _formerOne) = (_former + 1, Spaced());
                break;
        }
    }

    private readonly string Spaced() => string.Concat(_reading[..^3], " ", _reading[^3..]);
}
