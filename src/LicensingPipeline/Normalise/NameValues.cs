namespace LicensingPipeline.Normalise;

/// <summary>Reads the names of holder and manager of a row into the fields they fill: name, kind, company number, address.</summary>
internal sealed class NameValues(List<RuleHit>? hits)
{
    // An address behind a care-of behind an address: nobody writes more.
    private const int MostCuts = 4;
    private const int Seats = 2048;

    private readonly NameReading[] _seen = new NameReading[Seats];

    /// <summary>Reads both names.</summary>
    public void Read(string?[] values, string?[] raw, IssueSink issues)
    {
        One(values, raw, issues, Field.HolderName);
        One(values, raw, issues, Field.ManagerName);
    }

    /// <summary>Holders have many homes, so a name that was read a moment ago is not read again.</summary>
    private NameReading Remembered(string text)
    {
        ref var seat = ref _seen[StringComparer.Ordinal.GetHashCode(text) & (Seats - 1)];
        if (!string.Equals(seat.Raw, text, StringComparison.Ordinal))
        {
            seat = NameReader.Read(text);
        }

        return seat;
    }

    /// <summary>Kind, company number and address stand behind the name in the record, for the holder as for the manager.</summary>
    private void One(string?[] values, string?[] raw, IssueSink issues, Field name)
    {
        if (values[(int)name] is not { } text)
        {
            return;
        }

        var (kind, number, address) = (name + 1, name + 2, name + 3);
        if (text == Licence.Withheld)
        {
            values[(int)kind] = "unknown";
            return;
        }

        Brackets(text, raw, issues, name);
        var read = Remembered(text);
        Number(values, read, number);
        for (var i = 0; i < MostCuts && read.Text.Length < read.Raw.Length; i++)
        {
            Shorten(values, read, name, address);
            read = Remembered(read.Text);
        }

        if (Tokens.MeansNothing(read.Raw))
        {
            hits?.Add(new RuleHit(name, Rules.NullToken, read.Raw, null));
            values[(int)name] = null;
            return;
        }

        values[(int)kind] = read.KindText;
        hits?.Add(new RuleHit(kind, Rules.HolderKind, text, read.KindText));
        if (read.Kind == NameKind.Withheld)
        {
            values[(int)name] = Licence.Withheld;
            hits?.Add(new RuleHit(name, Rules.Withheld, text, Licence.Withheld));
            issues.Add(IssueCodes.ValueWithheld, name, raw[(int)name] ?? text);
            return;
        }

    }

    private static void Brackets(string text, string?[] raw, IssueSink issues, Field name)
    {
        if (text.AsSpan().Count('(') != text.AsSpan().Count(')'))
        {
            issues.Add(IssueCodes.TextUnclosedBracket, name, raw[(int)name] ?? text);
        }
    }

    private void Number(string?[] values, NameReading read, Field number)
    {
        if (read.CompanyNumber is { } found && values[(int)number] is null)
        {
            values[(int)number] = found;
            hits?.Add(new RuleHit(number, Rules.CompanyNumber, read.Raw, found));
        }
    }

    private void Shorten(string?[] values, NameReading read, Field name, Field address)
    {
        var clean = read.Text;
        values[(int)name] = clean;
        var apart = (read.Marks & NameMarks.Address) != NameMarks.None;
        hits?.Add(new RuleHit(name, apart ? Rules.NameAddress : Rules.NameCareOf, read.Raw, clean));
        if (apart && values[(int)address] is null)
        {
            values[(int)address] = read.Raw[read.Address];
            hits?.Add(new RuleHit(address, Rules.NameAddress, read.Raw, values[(int)address]));
        }
    }
}
