using Dapper;
using LicensingPipeline.Store;

namespace LicensingPipeline.View;

/// <summary>A licence that was found.</summary>
/// <param name="Licence">The record.</param>
/// <param name="IsCurrent">Whether it stands on the last copy; else it stood on an earlier one.</param>
/// <param name="Why">What matched: licence_id, reference, postcode, or keys of the fields in which the words stand.</param>
/// <param name="Copy">The copy that stands for its stream.</param>
public sealed record Found(Licence Licence, bool IsCurrent, IReadOnlyList<string> Why, StandingCopy? Copy);

/// <summary>The answer to a question.</summary>
/// <param name="Licences">What was found, those on the register first; at most as many as were wanted.</param>
/// <param name="Total">How many there are.</param>
/// <param name="PostcodeOnly">Whether nothing has all the words and these only share the postcode.</param>
public sealed record Answer(IReadOnlyList<Found> Licences, long Total, bool PostcodeOnly);

/// <summary>Finds licences by address, postcode, holder, manager, reference or id.</summary>
public sealed class Finder(Registers registers)
{
    private readonly Dictionary<(string, string), StandingCopy> _copies = registers.Copies().ToDictionary(c => (c.Authority, c.Stream));

    /// <summary>Answers a question.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="limit">Most licences to give.</param>
    public Answer Find(Question question, int limit)
    {
        var answer = Find(question, limit, postcodeOnly: false);
        return answer.Total > 0 || question.BeforePostcode.Count == 0 ? answer : Find(question, limit, postcodeOnly: true);
    }

    private Answer Find(Question question, int limit, bool postcodeOnly)
    {
        var found = new List<Found>();
        var total = 0L;
        foreach (var (table, search) in new[] { ("licence", "licence_search"), ("former_licence", "former_search") })
        {
            var (hits, values) = Hits(question, table, search, postcodeOnly);
            total += registers.Connection.ExecuteScalar<long>($"select count(distinct row) from ({hits})", values);
            if (found.Count < limit)
            {
                found.AddRange(Rows(question, table, hits, values, limit - found.Count));
            }
        }

        return new Answer(found, total, postcodeOnly && total > 0);
    }

    private List<Found> Rows(Question question, string table, string hits, DynamicParameters values, int limit)
    {
        values.Add("limit", limit);
        var found = new List<Found>();
        using var rows = (System.Data.Common.DbDataReader)registers.Connection.ExecuteReader(
            $"""
            with best as (select row, min(rank) rank from ({hits}) group by row)
            select {RegistersSchema.RecordNames}, rank from best join {table} l on l.rowid = best.row
            order by rank, authority, postcode, property_address, stream, licence_id limit @limit
            """,
            values);
        while (rows.Read())
        {
            var licence = LicenceRow.Read(rows);
            var copy = _copies.GetValueOrDefault((licence[Field.Authority] ?? "", licence[Field.Stream] ?? ""));
            found.Add(new Found(licence, table == "licence", Why(question, licence, rows.GetInt32(Fields.Count)), copy));
        }

        return found;
    }

    /// <summary>One select for each thing the text may mean, the surest first.</summary>
    private static (string Sql, DynamicParameters Values) Hits(Question question, string table, string search, bool postcodeOnly)
    {
        var values = new DynamicParameters();
        var hits = new List<string>();
        if (postcodeOnly)
        {
            values.Add("postcode", question.PostcodeFrom);
            return ($"select rowid row, 2 rank from {table} where postcode = @postcode", values);
        }

        if (question.Id is { } id)
        {
            values.AddDynamicParams(new { id, next = id + "-", end = id + "-~" });
            hits.Add($"select rowid row, 0 rank from {table} where licence_id = @id or (licence_id > @next and licence_id < @end)");
        }

        values.AddDynamicParams(new { references = new[] { question.Text, question.Text.ToUpperInvariant(), question.Text.ToLowerInvariant() }.Distinct(StringComparer.Ordinal).ToArray() });
        hits.Add($"select rowid row, 1 rank from {table} where reference in @references");
        if (question is { PostcodeFrom: not null, BeforePostcode.Count: 0 })
        {
            values.AddDynamicParams(new { question.PostcodeFrom, question.PostcodeTo });
            hits.Add($"select rowid row, 2 rank from {table} where postcode between @PostcodeFrom and @PostcodeTo");
        }
        else if (question.PostcodeFrom is not null)
        {
            values.AddDynamicParams(new { question.PostcodeFrom, before = Question.Match(question.BeforePostcode, lastMayGoOn: false) });
            hits.Add($"select l.rowid row, 3 rank from {search}(@before) s join {table} l on l.rowid = s.rowid where l.postcode = @PostcodeFrom");
        }

        values.AddDynamicParams(new { whole = Question.Match(question.Words, lastMayGoOn: false), start = Question.Match(question.Words, lastMayGoOn: true) });
        hits.Add($"select rowid row, 4 rank from {search}(@whole)");
        hits.Add($"select rowid row, 5 rank from {search}(@start)");
        return (string.Join(" union all ", hits), values);
    }

    private static List<string> Why(Question question, Licence licence, int rank)
    {
        if (rank < 3)
        {
            return [rank == 0 ? Field.LicenceId.Key() : rank == 1 ? Field.Reference.Key() : Field.Postcode.Key()];
        }

        var words = rank == 3 ? question.BeforePostcode : question.Words;
        var fields = new[] { Field.PropertyAddress, Field.HolderName, Field.ManagerName }
            .Select(f => (Field: f, In: Question.StandIn(words, licence[f]))).Where(f => f.In.Any).ToList();
        var whole = fields.Where(f => f.In.All).ToList();
        return [.. rank == 3 ? [Field.Postcode.Key()] : Array.Empty<string>(), .. (whole.Count > 0 ? whole : fields).Select(f => f.Field.Key())];
    }
}
