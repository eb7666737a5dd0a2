using System.Globalization;

namespace LicensingPipeline.Normalise;

/// <summary>Reads the dates of registers. What the calendar lacks is told apart from what is no date at all.</summary>
public static class Dates
{
    /// <summary>The outcome of reading one text.</summary>
    /// <param name="Day">The day, or null.</param>
    /// <param name="Rule">The rule by which it was read, or null where it was not.</param>
    /// <param name="NoSuchDay">Whether it is written as a date and the calendar has no such day.</param>
    public readonly record struct Reading(DateOnly? Day, string? Rule, bool NoSuchDay);

    /// <summary>Serials between 1954 and 2119, so that a five-digit number in a date column can be nothing else.</summary>
    private const int FirstSerial = 20_000, LastSerial = 80_000;

    private const int MostDates = 20;

    /// <summary>Reads a text.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <param name="order">The order of day and month, where the text does not show it.</param>
    /// <param name="proven">Whether the column proved that order, or the source file states it.</param>
    public static Reading Read(ReadOnlySpan<char> text, DateOrder order, bool proven)
    {
        if (Plain(text, order) is { } plain)
        {
            return new Reading(plain, proven ? Rules.DateProven : Rules.DateStated, false);
        }

        if (DateParts.Read(text, out var parts))
        {
            return FromParts(parts, order, proven);
        }

        if (text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
        {
            // Day 60 of the 1900 system is a 29 February that never was; every serial in our range lies behind it.
            return new Reading(new DateOnly(1899, 12, 30).AddDays(serial), Rules.DateSerial, false);
        }

        return JavaScript(text) is { } day ? new Reading(day, Rules.DateJavaScript, false) : default;
    }

    /// <summary>What can be said about a text read as a date, for people who argue with it: day first, then month first where that differs.</summary>
    public static IReadOnlyList<(string What, string Value)> Explain(string text)
    {
        var clean = CleanText.Of(text, out _, out _);
        var (day, month) = (Read(clean, DateOrder.DayFirst, proven: false), Read(clean, DateOrder.MonthFirst, proven: false));
        var said = new List<(string, string)> { ("date", Iso(day.Day)), ("read", day.Rule ?? (day.NoSuchDay ? "the calendar has no such day" : "no way of writing a date that we know")) };
        if (day.Day != month.Day)
        {
            said.Add(("month first", Iso(month.Day)));
            said.Add(("which of the two", "the source file states it under dates, or the column proves it by a day above 12"));
        }

        if (day.Day is null && !day.NoSuchDay && ReadSeveral(clean, DateOrder.DayFirst) is { } latest)
        {
            said[0] = ("date", Iso(latest));
            said[1] = ("read", Rules.DateLatest);
        }

        return said;
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none";

    /// <summary>
    /// The latest of several dates in one cell, or null where a part of it is none: a licence that was renewed keeps its first
    /// date in the cell and gets another beside it, and the term that counts is the last.
    /// </summary>
    /// <param name="text">Cleaned text; its lines have been joined by commas.</param>
    /// <param name="order">The order of day and month, where the text does not show it.</param>
    public static DateOnly? ReadSeveral(ReadOnlySpan<char> text, DateOrder order)
    {
        DateOnly? latest = null;
        var count = 0;
        foreach (var range in text.SplitAny(',', ';', '&', '|'))
        {
            var part = text[range].Trim();
            if (part.IsEmpty)
            {
                continue;
            }

            if (++count > MostDates || Read(part, order, proven: true).Day is not { } day)
            {
                return null;
            }

            latest = latest > day ? latest : day;
        }

        return count > 1 ? latest : null;
    }

    /// <summary><c>01/05/2016</c>, by far the commonest, without taking it apart.</summary>
    private static DateOnly? Plain(ReadOnlySpan<char> t, DateOrder order)
    {
        if (t.Length != 10 || t[2] != '/' || t[5] != '/' || !Two(t, 0, out var first) || !Two(t, 3, out var second) || !Two(t, 6, out var century) || !Two(t, 8, out var year))
        {
            return null;
        }

        var (day, month) = order == DateOrder.DayFirst ? (first, second) : (second, first);
        return Valid((century * 100) + year, month, day) ? new DateOnly((century * 100) + year, month, day) : null;
    }

    private static bool Two(ReadOnlySpan<char> text, int at, out int number)
    {
        number = ((text[at] - '0') * 10) + (text[at + 1] - '0');
        return char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]);
    }

    private static Reading FromParts(DateParts parts, DateOrder order, bool proven)
    {
        int day, month, year;
        var rule = proven ? Rules.DateProven : Rules.DateStated;
        if (parts.Year == DateParts.First0)
        {
            (year, month, day) = (parts.First, parts.Second, parts.Third);
            rule = Rules.DateIso;
        }
        else
        {
            year = parts.Third;
            (day, month) = order == DateOrder.DayFirst ? (parts.First, parts.Second) : (parts.Second, parts.First);
        }

        if (parts.MonthByName > 0)
        {
            // "18 April 2011" and "April 18, 2011" alike: the number that is not the month's is the day.
            month = parts.MonthByName;
            day = parts.Year == DateParts.First0
                ? (parts.Second == month ? parts.Third : parts.Second)
                : (parts.First == month && parts.Second != month ? parts.Second : parts.First);
            rule = parts.Ordinal ? Rules.DateOrdinal : Rules.DateMonthName;
        }

        if (parts.YearDigits == 2)
        {
            // Licensing began in 2006, so 00 to 79 is this century; 80 to 99 is a birthday or a house, and kept as such.
            year += year < 80 ? 2000 : 1900;
            rule = Rules.DateTwoDigitYear;
        }
        else if (parts.HasTime && parts.MonthByName == 0)
        {
            rule = Rules.DateTimeDropped;
        }

        return Valid(year, month, day) ? new Reading(new DateOnly(year, month, day), rule, false) : new Reading(null, null, true);
    }

    private static bool Valid(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>
    /// <c>Thu Jan 02 2025 12:00:00 GMT+0100 (British Summer Time)</c>: the day in UTC, since the script that wrote it
    /// turned a day into local noon (the Lewisham copy).
    /// </summary>
    private static DateOnly? JavaScript(ReadOnlySpan<char> text)
    {
        var gmt = text.IndexOf("GMT", StringComparison.Ordinal);
        if (gmt < 20 || text.Length < gmt + 8)
        {
            return null;
        }

        var offset = text.Slice(gmt + 3, 5);
        if (!DateTime.TryParseExact(text[..gmt].Trim(), "ddd MMM dd yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || !int.TryParse(offset[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var hhmm) || offset[0] is not ('+' or '-'))
        {
            return null;
        }

        var ahead = TimeSpan.FromMinutes((((hhmm / 100) * 60) + (hhmm % 100)) * (offset[0] == '-' ? -1 : 1));
        // The first and the last year hold no day that an offset could not carry out of the calendar.
        return local.Year is > 1 and < 9999 ? DateOnly.FromDateTime(local - ahead) : null;
    }
}
