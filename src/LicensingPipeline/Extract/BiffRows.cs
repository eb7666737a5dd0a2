using System.Buffers.Binary;

namespace LicensingPipeline.Extract;

/// <summary>
/// The rows of one worksheet of an XLS workbook. The format allows cells in any order and at most 65,536 rows, so the
/// sheet is gathered before it is given.
/// </summary>
internal sealed class BiffRows(BiffRecords records, BiffWorkbook workbook)
{
    private const int MostColumns = 256;

    private readonly string?[]?[] _rows = new string?[]?[65_536];
    private (int Row, int Column)? _textFollows;

    /// <summary>Walks the rows; blank ones are left out.</summary>
    public IEnumerable<NumberedCells> Read()
    {
        Gather();
        for (var i = 0; i < _rows.Length; i++)
        {
            if (_rows[i] is { } cells)
            {
                yield return new NumberedCells(i + 1, [.. cells.Take(Array.FindLastIndex(cells, c => c?.Length > 0) + 1).Select(c => c ?? "")]);
                _rows[i] = null;
            }
        }
    }

    private void Gather()
    {
        // A chart inside the sheet is a sheet inside the sheet, with cells of its own that are none of ours.
        if (!records.Next() || records.Id != Biff.Begin)
        {
            throw BiffRecords.Damaged();
        }

        for (var depth = 1; depth > 0;)
        {
            if (!records.Next())
            {
                throw BiffRecords.Damaged();
            }

            depth += records.Id == Biff.Begin ? 1 : records.Id == Biff.End ? -1 : 0;
            if (depth == 1)
            {
                ReadRecord();
            }
        }
    }

    private void ReadRecord()
    {
        var data = records.Data;
        if (records.Id == Biff.FormulaText && _textFollows is { } at)
        {
            Put(at.Row, at.Column, workbook.Text(records.WithContinued(), 0));
            _textFollows = null;
        }

        if (!IsCell(records.Id))
        {
            return;
        }

        if (data.Length < 8)
        {
            throw BiffRecords.Damaged();
        }

        int row = UInt16(data), column = UInt16(data[2..]), format = UInt16(data[4..]);
        switch (records.Id)
        {
            case Biff.ManyRk:
                // Pairs of format and number, and the last column at the end.
                for (var i = 4; i + 6 <= data.Length - 2; i += 6)
                {
                    Put(row, column++, Number(Rk(data[(i + 2)..]), UInt16(data[i..])));
                }

                break;
            case Biff.Formula:
                PutFormula(row, column, format, data);
                break;
            default:
                Put(row, column, Text(data, format));
                break;
        }
    }

    private static bool IsCell(ushort id) => id is Biff.Number or Biff.Rk or Biff.ManyRk or Biff.SharedLabel or Biff.Label
        or Biff.RichLabel or Biff.BoolOrError or Biff.Formula;

    private string Text(ReadOnlySpan<byte> data, int format) => records.Id switch
    {
        Biff.Number when data.Length >= 14 => Number(BinaryPrimitives.ReadDoubleLittleEndian(data[6..]), format),
        Biff.Rk when data.Length >= 10 => Number(Rk(data[6..]), format),
        Biff.SharedLabel when data.Length >= 10 => workbook.String(BinaryPrimitives.ReadUInt32LittleEndian(data[6..])),
        Biff.Label or Biff.RichLabel => workbook.Text([data.ToArray()], 6),
        Biff.BoolOrError => BoolOrError(data[6], data[7] != 0),
        _ => throw BiffRecords.Damaged(),
    };

    private void PutFormula(int row, int column, int format, ReadOnlySpan<byte> data)
    {
        if (data.Length < 14)
        {
            throw BiffRecords.Damaged();
        }

        // Two bytes of ones, which begin no number, mark a result of another kind; a text comes in a record of its own.
        if (UInt16(data[12..]) != 0xFFFF)
        {
            Put(row, column, Number(BinaryPrimitives.ReadDoubleLittleEndian(data[6..]), format));
        }
        else if (data[6] == 0)
        {
            _textFollows = (row, column);
        }
        else if (data[6] is 1 or 2)
        {
            Put(row, column, BoolOrError(data[8], data[6] == 2));
        }
    }

    private void Put(int row, int column, string text)
    {
        if (column >= MostColumns)
        {
            throw SourceException.Cap("The number of columns", "256 in an XLS workbook");
        }

        var cells = _rows[row] ?? [];
        if (column >= cells.Length)
        {
            Array.Resize(ref cells, Math.Min(MostColumns, Math.Max(column + 1, cells.Length * 2)));
            _rows[row] = cells;
        }

        cells[column] = cells[column] is null ? text : throw BiffRecords.Damaged();
    }

    private string Number(double value, int format) =>
        double.IsFinite(value) ? CellText.Of(value, workbook.Kind(format), workbook.From1904) : CellText.Error(0x24);

    private static string BoolOrError(byte value, bool isError) => isError ? CellText.Error(value) : value != 0 ? "TRUE" : "FALSE";

    /// <summary>A number in four bytes: a whole one or the upper half of a double, and perhaps a hundredth of it.</summary>
    private static double Rk(ReadOnlySpan<byte> data)
    {
        var bits = BinaryPrimitives.ReadInt32LittleEndian(data);
        var number = (bits & 2) != 0 ? bits >> 2 : BitConverter.Int64BitsToDouble((long)(bits & ~3) << 32);
        return (bits & 1) != 0 ? number / 100 : number;
    }

    private static int UInt16(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt16LittleEndian(data);
}
