using LicensingPipeline.Normalise;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

/// <summary>How dates are written in registers, and what they are read as (day first, as the source files state).</summary>
public sealed class DatesTests
{
    [Theory]
    [InlineData("01/05/2016", "2016-05-01", "date.stated-order")]
    [InlineData("1/5/2016", "2016-05-01", "date.stated-order")]
    [InlineData("13/5/2016", "2016-05-13", "date.stated-order")]
    [InlineData("1/12/2016", "2016-12-01", "date.stated-order")]
    [InlineData("22-09-2021", "2021-09-22", "date.stated-order")]
    [InlineData("9.6.2014", "2014-06-09", "date.stated-order")]
    [InlineData("9.6.14", "2014-06-09", "date.two-digit-year")]
    [InlineData("9/6/14", "2014-06-09", "date.two-digit-year")]
    [InlineData("01/05/79", "2079-05-01", "date.two-digit-year")]
    [InlineData("01/05/80", "1980-05-01", "date.two-digit-year")]
    [InlineData("17-Nov-23", "2023-11-17", "date.two-digit-year")]
    [InlineData("09-Sep-24", "2024-09-09", "date.two-digit-year")]
    [InlineData("2016-05-01", "2016-05-01", "date.iso")]
    [InlineData("2016/6/29", "2016-06-29", "date.iso")]
    [InlineData("2016/12/9", "2016-12-09", "date.iso")]
    [InlineData("2016.05.01", "2016-05-01", "date.iso")]
    [InlineData("09/09/2017 00:00:00", "2017-09-09", "date.time-dropped")]
    [InlineData("2016-05-01T00:00:00", "2016-05-01", "date.time-dropped")]
    [InlineData("2016-05-01T00:00:00.000Z", "2016-05-01", "date.time-dropped")]
    [InlineData("2016-05-01 12:30", "2016-05-01", "date.time-dropped")]
    [InlineData("1/5/2016 12:00 AM", "2016-05-01", "date.time-dropped")]
    [InlineData("23 May 2019", "2019-05-23", "date.month-name")]
    [InlineData("6 Dec 2019", "2019-12-06", "date.month-name")]
    [InlineData("6 Sept 2019", "2019-09-06", "date.month-name")]
    [InlineData("06-December-2019", "2019-12-06", "date.month-name")]
    [InlineData("May 23, 2019", "2019-05-23", "date.month-name")]
    [InlineData("Thursday 23 May 2019", "2019-05-23", "date.month-name")]
    [InlineData("Thu, 23 May 2019", "2019-05-23", "date.month-name")]
    [InlineData("23 MAY 2019", "2019-05-23", "date.month-name")]
    [InlineData("2019 May 23", "2019-05-23", "date.iso", true)]
    [InlineData("18th April 2011", "2011-04-18", "date.english-ordinal")]
    [InlineData("22nd March 2024", "2024-03-22", "date.english-ordinal")]
    [InlineData("1st of May 2016", "2016-05-01", "date.english-ordinal")]
    [InlineData("3rd May 2016", "2016-05-03", "date.english-ordinal")]
    [InlineData("April 18th, 2011", "2011-04-18", "date.english-ordinal")]
    [InlineData("38850", "2006-05-13", "date.excel-serial")]
    [InlineData("45292", "2024-01-01", "date.excel-serial")]
    [InlineData("Thu Jan 02 2025 12:00:00 GMT+0000 (Greenwich Mean Time)", "2025-01-02", "date.javascript-utc-day")]
    [InlineData("Fri Jul 03 2020 12:00:00 GMT+0100 (British Summer Time)", "2020-07-03", "date.javascript-utc-day")]
    [InlineData("Fri Jul 03 2020 00:00:00 GMT+0100 (British Summer Time)", "2020-07-02", "date.javascript-utc-day")]
    [InlineData("29/02/2024", "2024-02-29", "date.stated-order")]
    [InlineData("01/01/3017", "3017-01-01", "date.stated-order")]
    public void A_date_is_read_as_it_is_meant(string text, string iso, string rule, bool byMonthName = false)
    {
        var read = Dates.Read(text, DateOrder.DayFirst, proven: false);

        read.Day.ShouldBe(DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        read.Rule.ShouldBe(byMonthName ? "date.month-name" : rule);
        read.NoSuchDay.ShouldBeFalse();
    }

    [Theory]
    [InlineData("31/02/2020")]
    [InlineData("29/02/2023")]
    [InlineData("00/05/2016")]
    [InlineData("13/13/2016")]
    [InlineData("2016-13-01")]
    [InlineData("31 June 2019")]
    public void A_day_that_the_calendar_lacks_is_told_apart(string text)
    {
        var read = Dates.Read(text, DateOrder.DayFirst, proven: false);

        (read.Day, read.NoSuchDay).ShouldBe((null, true));
    }

    [Theory]
    [InlineData("p")]
    [InlineData("in process")]
    [InlineData("2016-03030")]
    [InlineData("2-17-10-18")]
    [InlineData("21017-11-19")]
    [InlineData("17/12/20015")]
    [InlineData("2016")]
    [InlineData("05/2016")]
    [InlineData("18th 2011")]
    [InlineData("19999")]
    [InlineData("80001")]
    [InlineData("1/5/216")]
    [InlineData("5 years")]
    [InlineData("٠١/٠٥/٢٠١٦")]
    [InlineData("")]
    public void What_is_no_date_is_not_made_one(string text)
    {
        var read = Dates.Read(text, DateOrder.DayFirst, proven: false);

        (read.Day, read.Rule, read.NoSuchDay).ShouldBe((null, null, false));
    }

    [Theory]
    [InlineData("04/05/2016", "2016-04-05")]
    [InlineData("4-5-16", "2016-04-05")]
    [InlineData("5 April 2016", "2016-04-05")]
    [InlineData("2016-04-05", "2016-04-05")]
    public void A_column_that_writes_the_month_first_is_read_so(string text, string iso) =>
        Dates.Read(text, DateOrder.MonthFirst, proven: true).Day!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(iso);

    [Theory]
    [InlineData("22-09-2021 7/4/2021", DateOrder.DayFirst)]
    [InlineData("9/22/2021 7/4/2021", DateOrder.MonthFirst)]
    [InlineData("7/4/2021 1/2/2021", null)]
    [InlineData("22/9/2021 9/22/2021", null)]
    [InlineData("2021-09-22 22Sep2021", null)]
    public void A_column_proves_its_order_by_a_number_above_twelve(string cells, DateOrder? order)
    {
        var proof = new DateOrderProof();
        foreach (var cell in cells.Split(' '))
        {
            proof.See(cell);
        }

        proof.Proven.ShouldBe(order);
    }

    [Fact]
    public void Every_day_that_is_written_is_read_back()
    {
        string[] formats = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd", "d MMMM yyyy", "dd-MMM-yyyy", "d.M.yyyy", "yyyy/M/d", "dd/MM/yyyy HH:mm:ss"];
        for (var day = new DateOnly(2006, 4, 6); day.Year < 2036; day = day.AddDays(11))
        {
            formats.ShouldAllBe(f => Dates.Read(day.ToDateTime(default).ToString(f, System.Globalization.CultureInfo.InvariantCulture), DateOrder.DayFirst, false).Day == day);
        }
    }

    [Theory]
    [InlineData("03/04/2024", "date: 2024-04-03 · read: date.stated-order · month first: 2024-03-04 · which of the two: the source file states it under dates, or the column proves it by a day above 12")]
    [InlineData("2024-04-03", "date: 2024-04-03 · read: date.iso")]
    [InlineData("31/02/2024", "date: none · read: the calendar has no such day")]
    [InlineData("soon", "date: none · read: no way of writing a date that we know")]
    [InlineData("3 April 2019; 3 April 2024", "date: 2024-04-03 · read: date.latest-of-several")]
    public void A_text_is_explained(string text, string said) => string.Join(" · ", Dates.Explain(text).Select(e => $"{e.What}: {e.Value}")).ShouldBe(said);

    [Fact]
    public void No_text_breaks_or_stalls_it()
    {
        var random = new Random(13);
        const string Signs = "0123456789/-., ;&|stndrhJanFebT:Z٣\uD83C\uFF11\u0000";
        for (var i = 0; i < 30_000; i++)
        {
            var text = new string(random.GetItems<char>(Signs, random.Next(0, 40)));
            if (Dates.Read(text, DateOrder.DayFirst, false).Day is { } day)
            {
                Dates.Read(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), DateOrder.MonthFirst, false).Day.ShouldBe(day, text);
            }

            Dates.ReadSeveral(text, DateOrder.MonthFirst);
        }

        Dates.ReadSeveral(string.Concat(Enumerable.Repeat("03/04/2024,", 500_000)), DateOrder.DayFirst).ShouldBeNull();
    }
}
