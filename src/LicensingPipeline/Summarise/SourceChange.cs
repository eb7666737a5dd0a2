using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Map;
using LicensingPipeline.Normalise;
using LicensingPipeline.Propose;

namespace LicensingPipeline.Summarise;

/// <summary>A source file with changes.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Spec">The stream as the text says; null where it has errors.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record ChangedSource(string Text, StreamSpec? Spec, IReadOnlyList<SourceError> Errors);

/// <summary>Works out the lines of a source file that a copy asks for: headings that were reworded, the row in which they stand.</summary>
internal sealed class SourceChange
{
    private readonly SourceFolder _folder;
    private readonly Source _source;
    private readonly StreamSpec _spec;
    private readonly FileLook _look;
    private readonly HeadingRow _headings;
    private readonly bool _hasPublished;

    /// <param name="hasPublished">Whether copies of the stream stand that must still be read.</param>
    public SourceChange(SourceFolder folder, Source source, StreamSpec spec, FileLook look, HeadingRow headings, bool hasPublished)
    {
        (_folder, _source, _spec, _look, _headings, _hasPublished) = (folder, source, spec, look, headings, hasPublished);
        Pairs = look.Headings.Count == 0 || Fits(spec, headings) ? [] : ColumnMap.Compare(spec, headings);
        Moves = Pairs.Count == 0 && !RowMoved ? new ChangedSource(Text, null, []) : Read(Moved().Changed());
    }

    /// <summary>Headings of the source file that the file lacks, with what seems to stand in their place.</summary>
    public IReadOnlyList<HeadingPair> Pairs { get; }

    /// <summary>The source file with what has moved; without a stream where nothing has.</summary>
    public ChangedSource Moves { get; }

    private string Text => _folder.Texts[_source.ShortName];

    private bool RowMoved => _spec.Read.HeaderRow is { } declared && _look.HeaderRow is > 0 and var found && found != declared;

    /// <summary>The source file as a person would accept it.</summary>
    public ChangedSource Accept(long entries, string by, DateOnly today)
    {
        var text = Moved();
        text.SetMinRows(Math.Max(1, Quality.Mending.MinRows(entries)));
        text.SetVerified(by, today);
        return Read(text.Changed());
    }

    private SourceText Moved()
    {
        var text = new SourceText(Text, _spec.Name);
        var renamed = Pairs.Where(p => p.Found is not null).ToDictionary(p => Headings.Normal(p.Declared), p => Written(p.Found!), StringComparer.Ordinal);
        if (renamed.Count > 0 && (_hasPublished || _spec.Layouts.Count > 1))
        {
            var layout = _spec.Layouts.First(l => Pairs.Where(p => p.Field is not null).All(p => l.Columns.Any(c => c.Heading == p.Declared)));
            text.AddLayout([.. layout.Columns.Select(c => ((renamed.GetValueOrDefault(Headings.Normal(c.Heading)) ?? c.Heading) + (c.Optional ? "?" : ""), c.Field))]);
        }
        else
        {
            foreach (var (declared, found) in renamed)
            {
                text.Rename(declared, found);
            }
        }

        if (RowMoved)
        {
            // Where copies stand whose headings are in the old row, the row is left to be found.
            text.SetHeaderRow(_hasPublished ? null : _look.HeaderRow);
        }

        return text;
    }

    private ChangedSource Read(string text)
    {
        var (source, errors) = SourceReader.Read(_source.ShortName + ".yaml", text, _folder.Reference.Authorities);
        errors = source is null ? errors : Examples.Check(source);
        return new ChangedSource(text, errors.Count > 0 ? null : source!.Streams.First(s => s.Name == _spec.Name), errors);
    }

    /// <summary>A heading as the file writes it.</summary>
    private string Written(string name) =>
        name.Contains('@', StringComparison.Ordinal) || _headings.Find(name) is not (>= 0 and var at) ? name : _look.Headings[at];

    private static bool Fits(StreamSpec spec, HeadingRow headings)
    {
        try
        {
            ColumnMap.For(spec, headings);
            return true;
        }
        catch (SourceException)
        {
            return false;
        }
    }
}
