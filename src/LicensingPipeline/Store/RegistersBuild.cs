using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Normalise;
using LicensingPipeline.Record;
using Microsoft.Data.Sqlite;

namespace LicensingPipeline.Store;

/// <summary>
/// Builds tonight's registers.db beside last night's and swaps it in by rename once it is checked. Where nothing changed,
/// last night's stands and not a byte is written.
/// </summary>
/// <param name="dataFolder">The data folder.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="openBytes">Opens the bytes kept under a hash.</param>
/// <param name="time">For how long it took.</param>
/// <param name="say">Told how far it is.</param>
public sealed class RegistersBuild(string dataFolder, Ledger ledger, Func<string, Stream> openBytes, TimeProvider time, Action<string> say) : IDisposable
{
    private readonly HashSet<long> _written = [];
    private RegistersWriter? _writer;

    /// <summary>The national lists with which copies are read again.</summary>
    public PlaceTables Places { get; init; } = PlaceTables.None;

    /// <summary>What may stand in public files.</summary>
    public PublicRules Rules { get; init; } = PublicRules.Usual;

    /// <summary>Path of the database that people query.</summary>
    public string Registers => Path.Combine(dataFolder, "registers.db");

    /// <summary>Path of the database without people.</summary>
    public string Public => Path.Combine(dataFolder, "public.db");

    /// <summary>Takes the newest copy of a stream while it is read and judged.</summary>
    public (Action<IReadOnlyList<Entry>> Take, Action<FoldResult> End) Newest(long stream, Snapshot copy)
    {
        var writer = Writer();
        writer.Begin(copy);
        return (writer.Write, result =>
        {
            writer.End(result);
            if (result.Verdict.Published)
            {
                _written.Add(stream);
            }
        }
        );
    }

    /// <summary>Completes the file with the streams that did not change and swaps it in; false where last night's stands.</summary>
    /// <exception cref="InvalidDataException">The new file did not pass its checks; last night's stands.</exception>
    public bool Finish(IReadOnlyList<StreamResult> streams)
    {
        var edition = Edition(streams);
        if (_writer is null && BuiltEdition(Registers) == edition)
        {
            return PublicAgain(edition);
        }

        var writer = Writer();
        foreach (var stream in streams.Where(s => s.Published is not null))
        {
            // A copy without a licence, such as a page that declares the register empty, has nothing to read again.
            if (!_written.Contains(stream.Row.Id) && stream.Published!.Licences > 0)
            {
                Reread(writer, stream);
            }

            FormerLicences.Write(writer, ledger, stream.Row with { RawFields = Snapshots.Stream(ledger, stream.Row.Authority, stream.Row.Name).RawFields }, stream.Source.Authority, stream.Spec, Places);
        }

        var sums = streams.Where(s => s.Published is not null).Sum(s => s.Published!.Licences);
        RegistersFinish.Complete(writer, ledger, streams, edition, sums);
        var started = time.GetTimestamp();
        PublicDatabase.Write(writer.Connection, dataFolder, Rules);
        say(FormattableString.Invariant($"public file written in {time.GetElapsedTime(started).TotalSeconds:F2} s."));
        var next = writer.Path;
        _writer = null;
        writer.Dispose();
        // First the private file, then the public one: a run killed in between finds the edition unlike and builds again.
        File.Move(next, Registers, overwrite: true);
        PublicDatabase.Publish(dataFolder);
        Rules.Remember(ledger);
        return true;
    }

    /// <summary>The registers stand; the public file is printed again where a run was stopped before it, or where other things may stand in it now.</summary>
    private bool PublicAgain(string edition)
    {
        if (BuiltEdition(Public) == edition && Rules.HoldFor(ledger))
        {
            return false;
        }

        PublicDatabase.Rewrite(dataFolder, Rules);
        Rules.Remember(ledger);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();

    private RegistersWriter Writer() => _writer ??= new RegistersWriter(Path.Combine(dataFolder, "registers.next.db"));

    /// <summary>Reads the last published copy of a stream once more from its bytes: slower than copying rows and right by construction.</summary>
    private void Reread(RegistersWriter writer, StreamResult stream)
    {
        var copy = Snapshots.Of(ledger, stream.Row.Id).Single(s => s.Id == stream.Published!.Snapshot);
        writer.Begin(copy);
        var files = copy.Files.Select(f => new SourceFile(f.Name, () => openBytes(f.Sha256))).ToList();
        var reader = new CopyReader(stream.Source.Authority, stream.Spec, files, copy.AsAt, Places);
        var suffixes = PublishedEntries.Write(writer, reader, VersionIndex.Load(ledger.Connection, stream.Row.Id), copy);
        writer.Suffix(suffixes);
    }

    private static string? BuiltEdition(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var built = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        built.Open();
        return built.ExecuteScalar<string?>("select value from meta where key='edition'");
    }

    /// <summary>A hash of all that the file is made from.</summary>
    private string Edition(IReadOnlyList<StreamResult> streams)
    {
        var parts = streams.Select(s => JsonSerializer.Serialize(new
        {
            s.Source.Authority,
            s.Spec.Name,
            s.Spec.Fingerprint,
            s.Spec.StartMeans,
            s.Published?.AsAt,
            s.Published?.Sha256,
            s.Published?.Snapshot,
            Latest = s.Latest?.Snapshot,
            Remaps = ledger.Connection.ExecuteScalar<long>("select count(*) from remap where stream=@Id", s.Row),
        }));
        var text = string.Join('\n', parts.Prepend(ledger.IsInvented ? "invented" : "").Prepend(CodeVersion.Current + Places.Mark));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
