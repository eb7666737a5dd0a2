using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Cli.Demo.Script;

/// <summary>One night of a scripted stream.</summary>
/// <param name="State">The state it comes to.</param>
/// <param name="Copy">What its file holds; null where it brings none.</param>
/// <param name="Expected">What must be reported.</param>
internal sealed record ScriptedNight(StreamState State, SampleCopy? Copy, ExpectedStream Expected);

/// <summary>Fills an invented register for a stream of a real source file, spoils and changes it as the script says, and works out what must come of it.</summary>
internal sealed class ScriptedStream
{
    private const int Removed = 3;
    private const int Changed = 5;
    private const int Granted = 2;

    private readonly Source _source;
    private readonly StreamScript _script;
    private readonly ScriptedCells _cells;
    private readonly SampleInventor _inventor;
    private readonly SampleRegister _register;

    public ScriptedStream(Source source, StreamSpec spec, StreamScript script, string town, string outcode, ulong seed)
    {
        (_source, Spec, _script) = (source, spec, script);
        _cells = new ScriptedCells(spec, script);
        _inventor = new SampleInventor(new SampleDice(seed), town, outcode);
        _register = new SampleRegister(source.Authority, spec.Name, _cells.Headings, _cells.Write);
        if (script.As != "none" && script.Rows > 0)
        {
            _register.Fill(script.Rows, Licence);
            if (script.SecondManager is { } number)
            {
                Manage(number);
            }

            foreach (var spoilt in script.Spoil)
            {
                _register.Spoil(spoilt.Row, spoilt.Heading, spoilt.Text.Replace("{postcode-o}", _register[spoilt.Row].PostcodeWithLetterO, StringComparison.Ordinal), [.. spoilt.Issues]);
            }

            if (script.As == "csv")
            {
                // A table of text has no other place to say that it is invented.
                _register.NoRecord(null, Demonstration.Mark);
            }
        }
    }

    public StreamSpec Spec { get; }

    /// <summary>The nights in order.</summary>
    public IReadOnlyList<ScriptedNight> Nights()
    {
        var nights = new List<ScriptedNight>();
        ScriptedNight? standing = null;
        for (var i = 0; i < _script.Nights.Count; i++)
        {
            var state = _script.State(i);
            var night = Night(state, standing, nights.LastOrDefault());
            nights.Add(night);
            standing = night.Expected.Published > 0 ? night : standing;
        }

        return nights;
    }

    private ScriptedNight Night(StreamState state, ScriptedNight? standing, ScriptedNight? before)
    {
        switch (state)
        {
            case StreamState.Ok or StreamState.Proving:
                if (before is { Copy: not null })
                {
                    Change();
                }

                break;
            case StreamState.HeldShrunk:
                for (var i = Granted; i < _script.Rows / 2; i++)
                {
                    _register.Remove(i, "vanished");
                }

                break;
            case StreamState.HeldDegraded:
                _register.SpoilAll(Enumerable.Range(0, _script.Rows), _cells.HeadingOf(Field.EndDate)!, "");
                break;
            case StreamState.HeldDrift:
                break;
            case StreamState.Unchanged or StreamState.Manual when before?.Copy is { } same:
                return new ScriptedNight(state, state == StreamState.Unchanged ? same : null, before.Expected with { State = state.ToString(), Events = new(StringComparer.Ordinal) });
            default:
                // Nothing comes tonight: the counts are those of the newest copy there was.
                return new ScriptedNight(state, null, (before?.Expected ?? Nothing()) with { State = state.ToString(), Events = new(StringComparer.Ordinal) });
        }

        _register.State = state.ToString();
        var copy = WithPages(_register.Tonight());
        if (state == StreamState.HeldDrift || _script.Renamed.Count > 0)
        {
            // Without its headings nothing of a table can be told to be a row.
            copy = copy with { Expected = Nothing() with { State = copy.Expected.State } };
        }

        var cells = copy.Expected.Published > 0 ? Cells() : standing?.Expected.Cells;
        return new ScriptedNight(state, copy, copy.Expected with { Cells = cells });
    }

    /// <summary>The feet of pages are met by whoever reads them.</summary>
    private SampleCopy WithPages(SampleCopy copy)
    {
        var more = _script.As == "pdf" ? SampleVendors.Pdf(copy, _script).NoRecords(copy) : 0;
        return copy with { Expected = copy.Expected with { RowsRead = copy.Expected.RowsRead + more, NotARecord = copy.Expected.NotARecord + more } };
    }

    private ExpectedStream Nothing() => new() { Authority = _source.Authority, Stream = Spec.Name, State = "" };

    /// <summary>What every register does from one month to the next.</summary>
    private void Change()
    {
        _register.Remove(Removed, "vanished");
        if (_cells.HeadingOf(Field.MaxPersons) is not null)
        {
            _register.Change(Changed, l => l with { Persons = l.Persons + 1 }, "persons-changed");
        }

        if (_cells.HeadingOf(Field.HolderName) is not null)
        {
            _register.Change(Changed + 1, l => l with { Holder = "Newly Holding Example Ltd" }, "holder-changed");
        }

        for (var i = 0; i < Granted; i++)
        {
            _register.Grant(Licence(_script.Rows + i));
        }
    }

    private SampleLicence Licence(int number)
    {
        var kind = _cells.Kinds[number % _cells.Kinds.Count];
        var licence = _inventor.Licence(_script.ReferenceOf(number + 1, kind), kind);
        return licence with { Start = licence.Start.AddYears(-_script.YearsBefore), End = licence.Start.AddYears(5 - _script.YearsBefore).AddDays(-1) };
    }

    private void Manage(int number) => _register.Change(number, l => l with { Manager = "Another Managing Example Ltd", ManagerAddress = "1 Fiction Close, Elsewhere, QY1 1AA" })
        .FurtherManager(number, "Zealous Managing Example Ltd", "2 Fiction Close, Elsewhere, QY1 1AB", _cells.HeadingOf(Field.ManagerName)!, _cells.HeadingOf(Field.ManagerAddress)!);

    private SortedDictionary<string, string> Cells() => CellHashes.Of(
        _register.Licences.Select(l => (
            $"{(_cells.Read.Contains(Field.Reference) ? l.Licence.Reference : "")}|{_cells.Clean(l.Licence, Field.PropertyAddress)}",
            (IReadOnlyList<string?>)[.. _cells.Read.Select(f => Clean(l.Licence, l.Managers, f))])),
        _cells.Read);

    private string? Clean(SampleLicence licence, IReadOnlyList<SampleRow> managers, Field field)
    {
        var spoilt = _script.Spoil.Find(s => ReferenceEquals(_register[s.Row], licence) && s.Reads.ContainsKey(field.Key()));
        return spoilt is not null ? (spoilt.Reads[field.Key()] is { Length: > 0 } read ? read : null)
            : managers.Count > 0 && field is Field.ManagerName or Field.ManagerAddress ? Managers(licence, managers, field)
            : _cells.Clean(licence, field);
    }

    /// <summary>Several managers of one licence stand in alphabetical order.</summary>
    private string Managers(SampleLicence licence, IReadOnlyList<SampleRow> rows, Field field)
    {
        var column = _cells.Headings.Index().Single(h => h.Item == _cells.HeadingOf(field)).Index;
        return string.Join("; ", rows.Select(r => (string)r.Spoiled[column].Text).Append(_cells.Clean(licence, field)!).Order(StringComparer.Ordinal));
    }
}
