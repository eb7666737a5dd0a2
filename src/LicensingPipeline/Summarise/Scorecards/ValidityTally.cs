using System.Globalization;

namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>Counts which of the values that are there can be true.</summary>
internal sealed class ValidityTally
{
    private static readonly Field[] Dates = [Field.ApplicationDate, Field.IssueDate, Field.StartDate, Field.EndDate];

    private static readonly (Field Field, int From, int To)[] Counts =
    [
        (Field.Storeys, 1, 60), (Field.SleepingRooms, 0, 150), (Field.LivingRooms, 0, 150), (Field.MaxPersons, 1, 1000), (Field.MaxHouseholds, 1, 1000),
    ];

    private static readonly string[] Implausible = [IssueCodes.DateBeforeRegime, IssueCodes.DateFarFuture, IssueCodes.DateEndBeforeStart, IssueCodes.TermOverFiveYears];

    private readonly Tally _dates = new("validity.dates");
    private readonly Tally _plausible = new("validity.plausible");
    private readonly Tally _postcodes = new("validity.postcodes");
    private readonly Tally _counts = new("validity.counts");
    private readonly Tally _text = new("validity.text");
    private readonly Tally _numbers = new("validity.company_numbers");

    public void See(ScoredRow row)
    {
        foreach (var field in Dates.Where(f => row.StatesInCell(f) && !row.Withholds(f)))
        {
            var several = row.Issues.Any(i => i.Code == IssueCodes.DateSeveral && i.Field == field);
            _dates.See(row.Licence.Date(field) is not null && !several, row.Where, row.Shown(field));
        }

        if (row.Licence.Date(Field.StartDate) is not null || row.Licence.Date(Field.IssueDate) is not null)
        {
            _plausible.See(!Implausible.Any(row.Has), row.Where, $"{row.Licence[Field.StartDate] ?? row.Licence[Field.IssueDate]} to {row.Licence[Field.EndDate]}");
        }

        SeePostcode(row);
        foreach (var (field, from, to) in Counts.Where(c => row.StatesInCell(c.Field) && !row.Withholds(c.Field)))
        {
            _counts.See(int.TryParse(row.Licence[field], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= from && count <= to, row.Where, row.Shown(field));
        }

        _text.See(IsWhole(row), row.Where);
        foreach (var field in new[] { Field.HolderCompanyNumber, Field.ManagerCompanyNumber }.Where(f => row.StatesInCell(f) && !row.Withholds(f)))
        {
            _numbers.See(IsCompanyNumber(row.Raw[(int)field]!), row.Where);
        }
    }

    public IEnumerable<Figure> Figures() => [_dates.Figure(), _plausible.Figure(), _postcodes.Figure(), _counts.Figure(), _text.Figure(), _numbers.Figure()];

    private void SeePostcode(ScoredRow row)
    {
        var postcode = row.Licence[Field.Postcode];
        var odd = row.Has(IssueCodes.PostcodeUnreadable) || row.Has(IssueCodes.PostcodeOutwardOnly);
        if (postcode == Licence.Withheld || (postcode is null && !odd))
        {
            return;
        }

        _postcodes.See(postcode is not null && !row.Has(IssueCodes.PostcodeRepaired), row.Where);
    }

    private static bool IsWhole(ScoredRow row)
    {
        for (var i = 0; i < row.Raw.Length; i++)
        {
            if (row.Raw[i] is { } text && !row.IsPrivate((Field)i) && (IsDamaged(text.AsSpan().Trim()) || ((Field)i == Field.Reference && IsScientific(text.AsSpan().Trim()))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDamaged(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c == '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\r' or '\n')))
            {
                return true;
            }
        }

        return text.Length == 255 || (text.Length > 1 && text.IndexOfAnyExcept('#') < 0) || text.Count('(') > text.Count(')');
    }

    /// <summary>1.2E+05: a spreadsheet took the reference for a number.</summary>
    private static bool IsScientific(ReadOnlySpan<char> text)
    {
        var e = text.IndexOf("E+", StringComparison.OrdinalIgnoreCase);
        return e > 0 && e + 2 < text.Length && text[..e].IndexOfAnyExceptInRange('.', '9') < 0 && text[(e + 2)..].IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool IsCompanyNumber(string text)
    {
        var number = text.AsSpan().Trim();
        var letters = number.Length == 8 && char.IsAsciiLetter(number[0]) && char.IsAsciiLetter(number[1]);
        return number.Length is > 0 and <= 8 && (letters ? number[2..] : number).IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
