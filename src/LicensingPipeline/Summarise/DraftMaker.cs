using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Normalise;
using LicensingPipeline.Propose;
using LicensingPipeline.Quality;
using LicensingPipeline.Record;

namespace LicensingPipeline.Summarise;

/// <summary>A source file drawn up and tried.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Night">What a night would make of the file with it; null where the draft has errors.</param>
/// <param name="Errors">What is wrong with the draft as it stands.</param>
public sealed record Drafted(Draft Draft, Rehearsed? Night, IReadOnlyList<SourceError> Errors);

/// <summary>Draws up a source file, reads the file with it, and sets its guards by what that showed.</summary>
/// <param name="ledger">A ledger in which nothing is kept.</param>
/// <param name="folder">All sources, for the reference tables.</param>
/// <param name="open">Opens the bytes kept under a hash.</param>
/// <param name="time">The clock.</param>
public sealed class DraftMaker(Ledger ledger, SourceFolder folder, Func<string, Stream> open, TimeProvider time)
{
    /// <summary>Draws it up; null where the file holds no row that looks like headings.</summary>
    /// <param name="order">What is known beside the file.</param>
    /// <param name="copy">The file.</param>
    /// <param name="format">How it is read, or null where the bytes show it.</param>
    /// <param name="headings">Headings that a person names; without them they are looked for.</param>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public Drafted? Make(DraftOrder order, Snapshot copy, string? format, IReadOnlyList<string> headings)
    {
        var files = copy.Files.Select(f => new SourceFile(f.Name, () => open(f.Sha256))).ToList();
        if (Draft.Of(order, files, FileLook.At(files, format is null ? null : new ReadSpec(format), headings)) is not { } draft)
        {
            return null;
        }

        // The first reading counts, the second has the identity that the counts ask for, the third is what is written.
        var drafted = new Drafted(draft, null, []);
        for (var reading = 0; reading < 3; reading++)
        {
            var (source, errors) = SourceReader.Read($"{order.Stream}.yaml", drafted.Draft.File(), folder.Reference.Authorities);
            errors = source is null || reading < 2 ? errors : Examples.Check(source);
            if (source is null || errors.Count > 0)
            {
                return drafted with { Errors = errors };
            }

            var night = new Rehearsal(ledger, folder, open, time, _ => { }).Run(source, source.Streams[0], copy);
            drafted = new Drafted(reading == 2 ? drafted.Draft : draft.With(Figures(source.Streams[0], night)), night, []);
        }

        return drafted;
    }

    private static DraftFigures Figures(StreamSpec spec, Rehearsed night)
    {
        var figures = night.Portrait.Figures;
        var entries = Math.Max(1, figures.EntryRows);
        // The draft's own guards are left out of the question.
        var bare = spec with { Guards = new Guards(1, new Dictionary<Field, Limit>()) };
        return new DraftFigures(
            figures.EntryRows, [.. Gate.Unfilled(bare, figures).Select(u => (u.Field, u.Share))], (double)figures.Quarantined / entries,
            (double)(night.Newest?.Issues.GetValueOrDefault(IssueCodes.ReferenceRepeated) ?? 0) / entries);
    }
}
