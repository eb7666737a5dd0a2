using System.Buffers.Binary;
using System.Text;

namespace LicensingPipeline.Extract;

/// <summary>An XLS workbook of Excel 95 to 2003: its worksheets, shared strings and number formats.</summary>
internal sealed class BiffWorkbook
{
    private const ushort Excel97 = 0x0600;
    private const ushort Excel95 = 0x0500;

    private readonly byte[] _stream;
    private readonly List<int> _starts = [];
    private readonly List<WorksheetName> _sheets = [];
    private readonly List<ushort> _cellFormats = [];
    private readonly Dictionary<ushort, NumberKind> _formats = [];
    private readonly List<string> _strings = [];
    private Encoding _encoding = TextEncodings.Windows1252;

    /// <summary>Reads all of the workbook but its rows.</summary>
    public BiffWorkbook(byte[] stream)
    {
        _stream = stream;
        var records = new BiffRecords(stream, 0);
        if (!records.Next() || records.Id != Biff.Begin || records.Data.Length < 4)
        {
            throw BiffRecords.Damaged();
        }

        Unicode = BinaryPrimitives.ReadUInt16LittleEndian(records.Data) switch
        {
            Excel97 => true,
            Excel95 => false,
            _ => throw SourceException.Drift("The XLS workbook is of an Excel before 1995, which nothing here reads. Ask the publisher to save it as XLSX."),
        };
        while (records.Next() && records.Id != Biff.End)
        {
            Read(records);
        }
    }

    /// <summary>The worksheets in order; sheets that are charts or macros are none.</summary>
    public IReadOnlyList<WorksheetName> Sheets => _sheets;

    /// <summary>Whether texts are Unicode (Excel 97 and later).</summary>
    public bool Unicode { get; }

    /// <summary>Whether days are counted from 1904.</summary>
    public bool From1904 { get; private set; }

    /// <summary>The rows of a worksheet, gaps filled.</summary>
    public IEnumerable<Row> Rows(int sheet, string? part) =>
        BlankRows.Fill(new BiffRows(new BiffRecords(_stream, _starts[sheet]), this).Read(), part);

    /// <summary>The kind of a number by the format of its cell.</summary>
    public NumberKind Kind(int cellFormat) => cellFormat >= _cellFormats.Count ? NumberKind.Number
        : _formats.TryGetValue(_cellFormats[cellFormat], out var kind) ? kind
        : NumberFormats.BuiltIn(_cellFormats[cellFormat]);

    /// <summary>A shared string by its position.</summary>
    public string String(uint position) => position < _strings.Count
        ? _strings[(int)position]
        : throw BiffRecords.Damaged();

    /// <summary>A text with its length before it, as this version of Excel writes it.</summary>
    public string Text(IReadOnlyList<byte[]> pieces, int skip, bool shortLength = false)
    {
        var text = new BiffText(pieces);
        text.Pass(skip);
        return Unicode ? text.Unicode(shortLength) : text.Bytes(_encoding, shortLength);
    }

    private void Read(BiffRecords records)
    {
        var data = records.Data;
        switch (records.Id)
        {
            case Biff.Password:
                throw SourceException.Drift("The workbook is under a password. Ask the publisher for one that is not.");
            case Biff.DateMode:
                From1904 = data is [1, ..];
                break;
            case Biff.CodePage when data.Length >= 2:
                // Excel for the Macintosh and a Windows of another country; what we do not know stays Windows-1252.
                _encoding = CodePagesEncodingProvider.Instance.GetEncoding(BinaryPrimitives.ReadUInt16LittleEndian(data)) ?? _encoding;
                break;
            case Biff.Format when data.Length >= 2:
                _formats[BinaryPrimitives.ReadUInt16LittleEndian(data)] = NumberFormats.Of(Text([data.ToArray()], 2, shortLength: !Unicode));
                break;
            case Biff.CellFormat when data.Length >= 4:
                _cellFormats.Add(BinaryPrimitives.ReadUInt16LittleEndian(data[2..]));
                break;
            case Biff.Sheet when data.Length >= 6:
                // The low two bits of the fifth byte say how hidden it is, the sixth what it is: 0 for a worksheet.
                if (data[5] == 0)
                {
                    _starts.Add(BinaryPrimitives.ReadInt32LittleEndian(data));
                    _sheets.Add(new WorksheetName(Text([data.ToArray()], 6, shortLength: true), (data[4] & 3) == 0));
                }

                break;
            case Biff.Strings:
                ReadStrings(new BiffText(records.WithContinued()));
                break;
            default:
                break;
        }
    }

    private void ReadStrings(BiffText text)
    {
        // Two counts come first; the texts themselves say when they end.
        text.Pass(8);
        while (!text.AtEnd)
        {
            _strings.Add(text.Unicode());
        }
    }
}
