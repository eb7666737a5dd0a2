using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Propose;

/// <summary>A column of a file and what it seems to be.</summary>
/// <param name="Column">The column.</param>
/// <param name="Index">Its position.</param>
/// <param name="Field">The field it feeds, or null.</param>
/// <param name="Why">Where it feeds none: why not, for the person who decides.</param>
internal sealed record GuessedColumn(ColumnLook Column, int Index, Field? Field, string Why)
{
    /// <summary>A pattern that takes two dates out of one cell.</summary>
    public bool IsRange { get; init; }
}

/// <summary>Matches the columns of a file with the fields of the record: by what publishers call them, held to what stands in them.</summary>
internal static class ColumnGuess
{
    private const double Enough = 0.3;
    private const double Nearly = 0.8;
    private const double MostOverlap = 1.02;

    private static readonly Field[] Joined = [Field.PropertyAddress, Field.HolderAddress, Field.ManagerAddress, Field.HolderName, Field.ManagerName];

    /// <summary>Matches them, in the order of the file.</summary>
    public static IReadOnlyList<GuessedColumn> Of(IReadOnlyList<ColumnLook> columns)
    {
        var guessed = columns.Select((c, i) => First(c, i)).ToList();
        Dates(guessed);
        BehindAName(guessed);
        Unheaded(guessed);
        foreach (var field in guessed.Select(g => g.Field).OfType<Field>().Distinct().ToList())
        {
            Choose(guessed, field);
        }

        return guessed;
    }

    private static GuessedColumn First(ColumnLook column, int index)
    {
        if (column.Filled == 0)
        {
            return new(column, index, null, "empty in every row");
        }

        if (column.Ranges > Enough)
        {
            return new(column, index, null, "") { IsRange = true };
        }

        var named = column.Name[0] == '@' ? null : Synonyms.Of(column.Name);
        var field = named ?? ByContent(column);
        if (field is null)
        {
            return new(column, index, null, Synonyms.IsKnown(column.Name) ? "no field of ours" : column.Dates > Enough ? "a date; which?" : "not recognised");
        }

        return Fits(field.Value, column) ? new(column, index, field, "")
            : field == Field.Scheme ? new(column, index, column.Addresses > Enough ? null : Field.Description, "no licence kinds stand in it")
            : new(column, index, null, $"its heading says {field.Value.Key()}, its cells do not");
    }

    private static Field? ByContent(ColumnLook column) =>
        column.Name[0] == '@' ? null
        : column.Postcodes > Nearly ? Field.Postcode
        : column.Kinds > Nearly ? Field.Scheme
        : null;

    private static bool Fits(Field field, ColumnLook column) => field switch
    {
        Field.Scheme => column.Kinds > Enough,
        Field.Postcode => column.Postcodes > Enough,
        Field.DurationMonths => column.Dates < Enough,
        Field.Latitude or Field.Longitude or Field.Uprn => true,
        _ when field.Kind() == FieldKind.Date => column.Dates > Enough,
        _ when field.Kind() == FieldKind.WholeNumber => column.Numbers > Enough,
        Field.PropertyAddress => column.Dates < Enough && column.Postcodes < Enough,
        _ => true,
    };

    /// <summary>Where no column is the start, the day of issue is the nearest there is; the draft then says what it means.</summary>
    private static void Dates(List<GuessedColumn> guessed)
    {
        var issue = guessed.FindIndex(g => g.Field == Field.IssueDate);
        if (issue >= 0 && guessed.TrueForAll(g => g.Field != Field.StartDate && !g.IsRange))
        {
            guessed[issue] = guessed[issue] with { Field = Field.StartDate };
        }
    }

    /// <summary>Plain address lines that follow a person's name belong to that person, where the home has columns of its own before them.</summary>
    private static void BehindAName(List<GuessedColumn> guessed)
    {
        var home = guessed.FindIndex(g => g.Field == Field.PropertyAddress);
        Field? person = null;
        for (var i = home + 1; home >= 0 && i < guessed.Count; i++)
        {
            person = guessed[i].Field switch
            {
                Field.HolderName or Field.HolderAddress => Field.HolderAddress,
                Field.ManagerName or Field.ManagerAddress => Field.ManagerAddress,
                Field.PropertyAddress => person,
                null when guessed[i].Column.Filled == 0 => person,
                _ => null,
            };
            if (person is { } whose && guessed[i].Field == Field.PropertyAddress)
            {
                guessed[i] = guessed[i] with { Field = whose };
            }
        }
    }

    /// <summary>
    /// Columns without a heading beside the address are its further parts (flat, number and street in separate cells). Where no column
    /// holds a whole address, one whose heading says nothing and whose cells are addresses is it (a register headed it Name).
    /// </summary>
    private static void Unheaded(List<GuessedColumn> guessed)
    {
        var unnamed = guessed.FindIndex(g => g.Field is null && !g.IsRange && g.Column.Name[0] != '@' && !Synonyms.IsKnown(g.Column.Name) && g.Column.Addresses > Nearly && g.Column.Dates < Enough);
        if (unnamed >= 0 && guessed.TrueForAll(g => g.Field != Field.PropertyAddress || g.Column.Addresses < Enough))
        {
            guessed[unnamed] = guessed[unnamed] with { Field = Field.PropertyAddress };
        }

        for (var i = 0; i < guessed.Count; i++)
        {
            var besideAddress = (i > 0 && guessed[i - 1].Field == Field.PropertyAddress) || (i + 1 < guessed.Count && guessed[i + 1].Field == Field.PropertyAddress);
            if (guessed[i] is { Field: null, Column: { Filled: > 0, Dates: < Enough, Postcodes: < Enough } column } && column.Name[0] == '@' && besideAddress && column.ShareFilled > Enough)
            {
                guessed[i] = guessed[i] with { Field = Field.PropertyAddress };
            }
        }
    }

    private static void Choose(List<GuessedColumn> guessed, Field field)
    {
        var mine = guessed.Where(g => g.Field == field).OrderBy(g => Synonyms.Rank(g.Column.Name)).ThenBy(g => g.Index).ToList();
        if (mine.Count < 2)
        {
            return;
        }

        var kept = field switch
        {
            Field.PropertyAddress => Address(mine),
            _ when Joined.Contains(field) => mine.Where(g => Stem(g) == Stem(mine[0]) || field is Field.HolderAddress or Field.ManagerAddress).ToList(),
            _ => Complementary(mine),
        };
        foreach (var other in mine.Except(kept))
        {
            guessed[other.Index] = other with { Field = null, Why = $"another column is {field.Key()} already" };
        }
    }

    /// <summary>Columns of which a row fills one or the other; else the surest alone.</summary>
    private static List<GuessedColumn> Complementary(List<GuessedColumn> mine)
    {
        var best = mine.MaxBy(g => g.Column.Filled)!;
        return mine[0].Column.ShareFilled < Nearly && mine.Sum(g => g.Column.ShareFilled) < MostOverlap ? mine : [mine[0].Column.Filled * 2 < best.Column.Filled ? best : mine[0]];
    }

    /// <summary>A whole address is taken once; what stands in parts is joined.</summary>
    private static List<GuessedColumn> Address(List<GuessedColumn> mine)
    {
        var whole = mine.Where(g => g.Column.Addresses > Nearly).ToList();
        return [.. mine.Where(g => !whole.Contains(g) || g == whole[0])];
    }

    /// <summary>A heading without its number: <c>Address 1</c> and <c>Address 2</c> are one.</summary>
    private static string Stem(GuessedColumn guess) => Headings.Normal(guess.Column.Name).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', '@', '_');
}
