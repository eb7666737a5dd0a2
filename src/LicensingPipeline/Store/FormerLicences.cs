using System.Globalization;
using Dapper;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Normalise;
using LicensingPipeline.Record;

namespace LicensingPipeline.Store;

/// <summary>Writes what stood on an earlier copy of a register and stands on the last one no more: the history no register keeps.</summary>
internal static class FormerLicences
{
    /// <summary>Writes a stream's former licences, each in the last version that was published.</summary>
    public static void Write(RegistersWriter writer, Ledger ledger, StreamRow row, string authority, StreamSpec spec, PlaceTables places)
    {
        var published = Verdicts.Of(ledger, row.Id).Where(v => v.Published).ToList();
        if (published.Count < 2)
        {
            return;
        }

        var copies = Snapshots.Of(ledger, row.Id).ToDictionary(s => s.Id);
        var before = published.Zip(published.Skip(1)).ToDictionary(p => p.Second.Snapshot, p => p.First.AsAt);
        var cells = RawCells.Parse(row.RawFields);
        using var insert = new BulkStatement(writer.Connection, $"insert into former_licence values({string.Join(',', Enumerable.Repeat('?', Fields.Count))})");
        foreach (var gone in Closed(ledger, row.Id))
        {
            var copy = copies[gone.FromSnapshot];
            var (raw, unmapped) = cells.Read(gone.Cells);
            var licence = new Normaliser(spec, new CopyContext(authority, copy.AsAt, published.First(p => p.Snapshot == gone.FromSnapshot).Details.ProvenOrders()) { Places = places })
                .Normalise(raw, unmapped, gone.Place, null).Licence;
            Put(insert, licence.With(
                (Field.Sha256, copy.Sha256), (Field.Origin, copy.Origin), (Field.AsAt, Iso(copy.AsAt)),
                (Field.RetrievedAt, copy.RetrievedAt), (Field.Where, gone.Place),
                (Field.FirstSeen, Iso(DateOnly.FromDayNumber(gone.FirstSeen))), (Field.LastSeen, Iso(before[gone.ToSnapshot]))));
        }
    }

    private static IEnumerable<Gone> Closed(Ledger ledger, long stream) => ledger.Connection.Query<Gone>(
        """
        select v.from_snapshot FromSnapshot, v.to_snapshot ToSnapshot, v.first_seen FirstSeen, r.cells Cells, r.place Place
        from (select c.id, row_number() over (partition by c.identity order by s.as_at desc, coalesce(s.retrieved_at, '') desc, s.sha256 desc, c.content) place
              from version c join snapshot s on s.id = c.to_snapshot
              where c.id between @from and @to
                and c.identity not in (select identity from version where id between @from and @to and to_snapshot is null)) last
        join version v on v.id = last.id
        join raw_row r on r.id = v.id
        where last.place = 1
        order by v.id
        """,
        new { from = VersionIndex.FirstId(stream), to = VersionIndex.FirstId(stream + 1) - 1 });

    private static void Put(BulkStatement insert, Licence licence)
    {
        foreach (var field in Fields.All)
        {
            insert.Bind((int)field + 1, licence[field]);
        }

        insert.Run();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Gone
    {
        public long FromSnapshot { get; init; }
        public long ToSnapshot { get; init; }
        public int FirstSeen { get; init; }
        public string Cells { get; init; } = "";
        public string Place { get; init; } = "";
    }
}
