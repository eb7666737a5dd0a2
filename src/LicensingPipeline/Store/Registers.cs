using Dapper;
using Microsoft.Data.Sqlite;

namespace LicensingPipeline.Store;

/// <summary>registers.db, opened for questions: last night's finished file, which no run writes to.</summary>
public sealed class Registers : IDisposable
{
    private Registers(SqliteConnection connection, bool isPublic) => (Connection, IsPublic) = (connection, isPublic);

    /// <summary>Whether this is the file without people, in which homes that residents asked to have left out are absent.</summary>
    public bool IsPublic { get; }

    /// <summary>The open connection; one thread at a time.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>Whether the data is invented (rule 12).</summary>
    public bool IsInvented => Connection.ExecuteScalar<string?>("select value from meta where key='invented'") == "yes";

    /// <summary>Opens the registers in a data folder.</summary>
    /// <exception cref="RefusedException">There are none yet.</exception>
    public static Registers Open(string dataFolder) => Open(dataFolder, "registers.db");

    /// <summary>Opens the public file in a data folder: all that is published is read from it and from nothing else.</summary>
    /// <exception cref="RefusedException">There is none yet.</exception>
    public static Registers OpenPublic(string dataFolder) => Open(dataFolder, "public.db");

    private static Registers Open(string dataFolder, string file)
    {
        var path = Path.Combine(dataFolder, file);
        if (!File.Exists(path))
        {
            throw new RefusedException($"There are no registers in {dataFolder} yet. Run 'licensing run' first, or name another folder with --data.");
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        connection.Execute("pragma query_only=on; pragma temp_store=file; pragma cache_size=-16384;");
        return new Registers(connection, file == "public.db");
    }

    /// <summary>Opens the registers in a data folder; null where there are none yet.</summary>
    public static Registers? OpenIfThere(string dataFolder) => File.Exists(Path.Combine(dataFolder, "registers.db")) ? Open(dataFolder) : null;

    /// <summary>What is held of every stream, by authority and name.</summary>
    public IReadOnlyList<StandingCopy> Copies() =>
        [.. Connection.Query<StandingCopy>(
            """
            select authority Authority, stream Stream, register Register, state State, as_at AsAt, sha256 Sha256, origin Origin,
                retrieved_at RetrievedAt, licences Licences, covers_schemes CoversSchemes, covers_area CoversArea, start_means StartMeans
            from stream order by authority, stream
            """)];

    /// <summary>Every copy that was published, newest last.</summary>
    public IReadOnlyList<PublishedCopy> PublishedCopies() =>
        [.. Connection.Query<PublishedCopy>(
            """
            select c.authority Authority, c.stream Stream, s.register Register, c.as_at AsAt, s.covers_schemes CoversSchemes, s.covers_area CoversArea
            from copy c join stream s on s.authority = c.authority and s.stream = c.stream order by c.authority, c.stream, c.as_at, c.sha256
            """)];

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();
}

/// <summary>The copy of a stream that stands in the registers; without a date where none was ever published.</summary>
public sealed record StandingCopy
{
    public string Authority { get; init; } = "";
    public string Stream { get; init; } = "";
    public string Register { get; init; } = "";
    public string State { get; init; } = "";
    public string? AsAt { get; init; }
    public string? Sha256 { get; init; }
    public string? Origin { get; init; }
    public string? RetrievedAt { get; init; }
    public long Licences { get; init; }
    public string CoversSchemes { get; init; } = "";
    public string CoversArea { get; init; } = "";
    public string StartMeans { get; init; } = "";

    /// <summary>The licence kinds the file claims to hold.</summary>
    public IReadOnlyList<string> Schemes => CoversSchemes.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a copy was published at all.</summary>
    public bool IsPublished => AsAt is not null;
}

/// <summary>A copy that was published, and what its stream claims to hold.</summary>
public sealed record PublishedCopy
{
    public string Authority { get; init; } = "";
    public string Stream { get; init; } = "";
    /// <summary>licences, exemptions or management-orders.</summary>
    public string Register { get; init; } = "";
    /// <summary>The day it speaks of.</summary>
    public DateOnly AsAt { get; init; }
    /// <summary>Schemes of the common record, separated by commas.</summary>
    public string CoversSchemes { get; init; } = "";
    /// <summary>whole-borough, or the area in words.</summary>
    public string CoversArea { get; init; } = "";

    /// <summary>The licence kinds the file claims to hold.</summary>
    public IReadOnlyList<string> Schemes => CoversSchemes.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
