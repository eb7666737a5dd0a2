using Dapper;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Record;

/// <summary>
/// Remembers each source file as it last was right. A file that has become wrong stops its collection tonight and not what
/// is published already: its streams are still described by the text that was right, so the last good data stays up.
/// </summary>
public static class LastGoodSources
{
    /// <summary>Remembers the files that are right, and gives the folder with the remembered ones in place of those that are wrong.</summary>
    public static SourceFolder Complete(Ledger ledger, SourceFolder folder)
    {
        foreach (var (shortName, text) in folder.Texts)
        {
            ledger.Connection.Execute(
                "insert into source_text values(@shortName, @text) on conflict(short_name) do update set text=excluded.text where text<>excluded.text", new { shortName, text });
        }

        var remembered = new List<Source>();
        foreach (var shortName in folder.Errors.Keys)
        {
            var text = ledger.Connection.ExecuteScalar<string?>("select text from source_text where short_name=@shortName", new { shortName });
            if (text is not null && SourceReader.Read(shortName + ".yaml", text, folder.Reference.Authorities).Source is { } source
                && !folder.Sources.Any(s => s.Authority == source.Authority))
            {
                // Another file that now describes the same authority takes its place.
                remembered.Add(source);
            }
        }

        return folder with { Remembered = remembered };
    }
}
