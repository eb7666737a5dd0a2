namespace LicensingPipeline.Extract;

/// <summary>A row of a spreadsheet before its place is known in full.</summary>
internal readonly record struct NumberedCells(long Number, string[] Cells);

/// <summary>
/// A spreadsheet leaves blank rows out of the file. They are put back here, so that each is counted, up to the last
/// row that holds anything: what follows it is formatting, of which some workbooks hold a million rows.
/// </summary>
internal static class BlankRows
{
    /// <summary>The rows with the gaps filled.</summary>
    public static IEnumerable<Row> Fill(IEnumerable<NumberedCells> rows, string? part)
    {
        long last = 0;
        foreach (var (number, cells) in rows)
        {
            if (number > Caps.RowsInSheet)
            {
                throw SourceException.Cap("The number of a row", "1,048,576");
            }

            if (number <= last)
            {
                if (cells.Length == 0)
                {
                    continue;
                }

                throw SourceException.Drift($"Row {number} of the worksheet comes after row {last}, so the file is damaged. Fetch it again, or ask the publisher to save it anew.");
            }

            if (cells.Length == 0)
            {
                continue;
            }

            if (number - last - 1 > Caps.BlankRowsRunning)
            {
                throw SourceException.Cap("The number of blank rows running", "10,000");
            }

            while (++last < number)
            {
                yield return new Row([], part, last);
            }

            yield return new Row(cells, part, number);
        }
    }
}
