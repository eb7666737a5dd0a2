namespace LicensingPipeline.Cli.Demo;

/// <summary>
/// An invented register that is filled, spoiled and changed step by step. It keeps count of what each step must lead to, so
/// that the demonstration's answer key comes from what was planted and never from what the pipeline said.
/// </summary>
/// <param name="authority">Code of the invented authority.</param>
/// <param name="stream">Name of the stream.</param>
/// <param name="headings">The headings of its file.</param>
/// <param name="write">How it writes a licence: one cell for each heading.</param>
internal sealed class SampleRegister(string authority, string stream, IReadOnlyList<string> headings, Func<SampleLicence, object[]> write)
{
    private readonly List<SampleRow> _rows = [];
    private readonly List<SampleRow> _filled = [];
    private readonly SortedDictionary<string, long> _events = new(StringComparer.Ordinal);
    private readonly List<string> _fileIssues = [];

    /// <summary>The state the stream ends in while it is not Ok.</summary>
    public string State { get; set; } = nameof(StreamState.Ok);

    /// <summary>Licences of their own that the file holds tonight, with the further managers of each.</summary>
    public IEnumerable<(SampleLicence Licence, IReadOnlyList<SampleRow> Managers)> Licences =>
        _rows.Where(r => r.Kind == RowKind.Entry).Select(r => (r.Licence!, (IReadOnlyList<SampleRow>)[.. _rows.Where(m => m.Kind == RowKind.FurtherManager && m.Licence == r.Licence)]));

    /// <summary>A licence by the order in which it was filled in.</summary>
    public SampleLicence this[int number] => _filled[number].Licence!;

    /// <summary>Fills the register with licences that are in order.</summary>
    public SampleRegister Fill(int count, Func<int, SampleLicence> invent)
    {
        for (var i = 0; i < count; i++)
        {
            Add(invent(i));
        }

        return this;
    }

    /// <summary>Writes a cell of an entry otherwise than it should be; the issues are what that must raise.</summary>
    public SampleRegister Spoil(int number, string heading, object text, params string[] issues)
    {
        _filled[number].Spoiled[Column(heading)] = (text, issues);
        return this;
    }

    /// <summary>Writes the same cell of several entries otherwise.</summary>
    public SampleRegister SpoilAll(IEnumerable<int> numbers, string heading, object text, params string[] issues)
    {
        foreach (var number in numbers)
        {
            Spoil(number, heading, text, issues);
        }

        return this;
    }

    /// <summary>Puts a spoiled cell right, which the next copy shows as a change.</summary>
    public SampleRegister Mend(int number, string heading, params string[] events)
    {
        _filled[number].Spoiled.Remove(Column(heading));
        return Note(events);
    }

    /// <summary>Enters a row a second time.</summary>
    public SampleRegister Repeat(int number)
    {
        Enter(new SampleRow(RowKind.Repeat) { Licence = this[number] });
        return this;
    }

    /// <summary>Enters another licence under the reference of one that stands.</summary>
    public SampleRegister ShareReference(int number, Func<SampleLicence, SampleLicence> other)
    {
        _filled[number].SharesReference = true;
        Enter(new SampleRow(RowKind.Entry) { Licence = other(this[number]), SharesReference = true });
        return this;
    }

    /// <summary>Enters a further manager of a licence, on a row of its own.</summary>
    public SampleRegister FurtherManager(int number, string name, string address, string nameHeading, string addressHeading, params string[] events)
    {
        var row = new SampleRow(RowKind.FurtherManager) { Licence = this[number] };
        row.Spoiled[Column(nameHeading)] = (name, []);
        row.Spoiled[Column(addressHeading)] = (address, []);
        _rows.Insert(_rows.IndexOf(_filled[number]) + 1, row);
        return Note(events);
    }

    /// <summary>Enters a row that must be set aside, because of what the named cells do not say.</summary>
    public SampleRegister SetAside(SampleLicence licence, IEnumerable<(string Heading, object Text)> cells, params string[] issues)
    {
        var row = new SampleRow(RowKind.SetAside) { Licence = licence };
        foreach (var (heading, text) in cells)
        {
            row.Spoiled[Column(heading)] = (text, []);
        }

        var first = row.Spoiled.Keys.First();
        row.Spoiled[first] = (row.Spoiled[first].Text, issues);
        _rows.Insert(_rows.Count / 2, row);
        return this;
    }

    /// <summary>Enters a row that is no entry: before the entry of that number, or at the end.</summary>
    public SampleRegister NoRecord(int? before, params object[] cells)
    {
        _rows.Insert(before is { } number ? _rows.IndexOf(_filled[number]) : _rows.Count, new SampleRow(RowKind.NoRecord) { Text = cells });
        return this;
    }

    /// <summary>Says that the file as a whole raises an issue, or from now on no more.</summary>
    public SampleRegister FileIssue(string code)
    {
        _fileIssues.Add(code);
        return this;
    }

    /// <summary>A licence is new on the next copy.</summary>
    public SampleRegister Grant(SampleLicence licence, string code = "granted")
    {
        Add(licence);
        return Note(code);
    }

    /// <summary>A licence is gone from the next copy.</summary>
    public SampleRegister Remove(int number, string code)
    {
        _rows.Remove(_filled[number]);
        return Note(code);
    }

    /// <summary>A licence reads otherwise on the next copy.</summary>
    public SampleRegister Change(int number, Func<SampleLicence, SampleLicence> change, params string[] events)
    {
        _filled[number].Licence = change(this[number]);
        return Note(events);
    }

    /// <summary>The register as it stands tonight. What happened up to now has happened.</summary>
    public SampleCopy Tonight()
    {
        var rows = _rows.Select(Cells).ToList();
        var copy = new SampleCopy(headings, rows, Entries(), Expected());
        _events.Clear();
        return copy;
    }

    private void Add(SampleLicence licence)
    {
        var row = new SampleRow(RowKind.Entry) { Licence = licence };
        _filled.Add(row);
        Enter(row);
    }

    /// <summary>Puts a row after the last entry, before the notes at the end.</summary>
    private void Enter(SampleRow row) => _rows.Insert(_rows.FindLastIndex(r => r.Kind != RowKind.NoRecord) + 1, row);

    private SampleRegister Note(params ReadOnlySpan<string> events)
    {
        foreach (var code in events)
        {
            _events[code] = _events.GetValueOrDefault(code) + 1;
        }

        return this;
    }

    private int Column(string heading) => headings.Index().Single(h => h.Item == heading).Index;

    private object[] Cells(SampleRow row)
    {
        if (row.Licence is not { } licence)
        {
            return [.. row.Text.Select(t => t is Stated.Total ? Entries() : t)];
        }

        var cells = write(licence);
        foreach (var (column, (text, _)) in row.Spoiled)
        {
            cells[column] = text;
        }

        return cells;
    }

    private ExpectedStream Expected()
    {
        var published = State == nameof(StreamState.Ok);
        var issues = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var codes = _rows.SelectMany(r => r.Issues).Concat(_fileIssues)
            .Concat(_rows.Where(r => r.Kind == RowKind.Repeat).Select(_ => IssueCodes.RowDuplicate))
            .Concat(_rows.Where(r => r.SharesReference).Select(_ => IssueCodes.ReferenceRepeated));
        foreach (var (code, count) in codes.CountBy(c => c, StringComparer.Ordinal))
        {
            issues[code] = count;
        }

        var entries = Count(RowKind.Entry) + Count(RowKind.Repeat) + Count(RowKind.FurtherManager);
        return new ExpectedStream
        {
            Authority = authority,
            Stream = stream,
            State = State,
            RowsRead = _rows.Count,
            Published = published ? entries : 0,
            Quarantined = Count(RowKind.SetAside),
            NotARecord = Count(RowKind.NoRecord),
            Held = published ? 0 : entries,
            Licences = Count(RowKind.Entry),
            Issues = issues,
            Events = published ? new SortedDictionary<string, long>(_events, StringComparer.Ordinal) : new SortedDictionary<string, long>(StringComparer.Ordinal),
        };
    }

    private int Entries() => _rows.Count(r => r.Kind != RowKind.NoRecord);

    private long Count(RowKind kind) => _rows.Count(r => r.Kind == kind);
}
