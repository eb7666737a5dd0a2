using System.Globalization;
using System.Text;
using CsvHelper;
using Dapper;
using LicensingPipeline.Cli;
using LicensingPipeline.Tests.Support;
using LicensingPipeline.Web;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Demo;

/// <summary>Rule 9: an invented person with an unmistakable name stands in every field of every row, and is found in no public file.</summary>
public sealed class PrivacyTests
{
    private const string Person = "Zyxwvutina Qqquillfeatherby";

    [Fact]
    public async Task Somebody_in_every_field_of_a_sample_is_found_in_no_public_file()
    {
        using var nights = new Nights();
        var yaml = File.ReadAllText(Path.Combine(PlayedDemo.Shapes.Sources, "adderquay-demo.yaml"))
            .Replace("discover: { css: \"a[href$='.csv']\", expect: 1 }", Manual, StringComparison.Ordinal)
            .Replace("guards: { min-rows: 200 }", Guards, StringComparison.Ordinal);
        nights.Source("adderquay-demo", yaml[..yaml.IndexOf("  exemptions:", StringComparison.Ordinal)]);
        foreach (var night in new[] { 1, 2 })
        {
            var sample = Path.Combine(PlayedDemo.Shapes.Root, $"night-{night}", "register.adderquay-demo.example", "files", "licence-register.csv");
            nights.Copy($"2026-11-0{night}", Everywhere(Rows(sample).Where(r => r.Length > 5), night));
        }

        await Publish(nights, rows: 200);
    }

    [Fact]
    public async Task Somebody_in_every_field_of_the_record_is_found_in_no_public_file()
    {
        using var nights = new Nights();
        var fields = Fields.All.Where(f => f.IsMappable()).ToList();
        var keys = fields.Select(f => f.Key()).ToList();
        nights.Source("adderquay-demo", $$"""
            authority: X99000001
            steward: "@demonstration"
            access: { rung: 4, evidence: [ { url: "https://council.example/", checked: 2026-10-31, found: "an invented table" } ] }
            streams:
              register:
                register: licences
                {{Manual}}
                read: { format: csv, header-row: 1 }
                columns: { {{string.Join(", ", keys.Select(k => $"{k}: {k}"))}} }
                covers: { schemes: [ selective ], area: whole-borough, evidence: "https://council.example/" }
                start-means: unknown
                cadence: monthly
                terms: { reuse: ogl, marketing: unstated, evidence: "https://council.example/" }
                {{Guards}}
                examples: [ { in: { reference: A/1, property_address: "12 Nosuch Street, QA1 9ZZ" }, out: { reference: A/1 } } ]
            """);
        foreach (var night in new[] { 1, 2 })
        {
            var rows = Enumerable.Range(night, 40).Select(n => fields.Select(f => Plain(f, n)).ToArray());
            nights.Copy($"2026-11-0{night}", Everywhere(rows.Prepend([.. keys]), night));
        }

        await Publish(nights, rows: 40);
    }

    private const string Guards = "guards: { min-rows: 1, fill: { start_date: { at-least: 0, why: test }, end_date: { at-least: 0, why: test } } }";

    private const string Manual = @"manual: { folder: example, files: 'register_*.csv', as-at: { name: '(\d{4}-\d\d-\d\d)' } }";

    /// <summary>A value that suits the field, so that in every other row nothing is lost before it could be published.</summary>
    private static string Plain(Field field, int row) => field switch
    {
        Field.Scheme => "selective",
        Field.Postcode => $"QA{(row % 9) + 1} 9ZZ",
        Field.Uprn => $"99990000{row:0000}",
        Field.Latitude => "53.9",
        Field.Longitude => "1.9",
        _ => field.Kind() switch
        {
            FieldKind.Date => new DateOnly(2024, 1, 1).AddDays(row).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            FieldKind.WholeNumber => "3",
            _ => $"{field.Key()} {row}",
        },
    };

    /// <summary>
    /// Puts the person into every cell: instead of what stood there, after it, or before it. In every third row cells of
    /// dates and numbers are left, since a value that cannot be read is thrown away and with it all that could show it.
    /// </summary>
    private static string Everywhere(IEnumerable<string[]> rows, int night)
    {
        var text = new StringBuilder();
        foreach (var (place, cells) in rows.Index())
        {
            // By its reference, so that a row is the same on both nights but for what changes in every fifth.
            var number = int.Parse($"0{string.Concat(cells[0].Where(char.IsAsciiDigit))}", CultureInfo.InvariantCulture);
            var spoiled = cells.Select((cell, column) => place == 0 ? cell : (number % 3) switch
            {
                0 => $"{Person} {number}",
                1 => $"{cell} {Person}{(column > 0 && number % 5 == 0 ? $" {night}" : "")}",
                _ => cell.Length > 0 && !cell.Any(char.IsAsciiLetter) ? cell : $"{Person} of {cell}",
            });
            text.AppendJoin(',', spoiled.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string[]> Rows(string path)
    {
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions { HasHeader = false, Separator = ',' });
        while (csv.Read())
        {
            yield return [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv[i].ToString())];
        }
    }

    private static async Task Publish(Nights nights, int rows)
    {
        nights.Beside("sources/authorities.csv", File.ReadAllText(Path.Combine(PlayedDemo.Shapes.Sources, "authorities.csv")));
        var report = await Nights.RunAsync(nights.Options() with { Invented = true });
        var stream = report.Streams.ShouldHaveSingleItem();
        stream.State.ShouldBe("Ok", stream.Detail);
        stream.Licences.ShouldBeGreaterThanOrEqualTo(rows);
        stream.Events.Count.ShouldBeGreaterThan(0);

        Cells(Path.Combine(nights.Data, "registers.db")).Count(Names).ShouldBeGreaterThan(rows, "the person must stand in the members' own file, else this test proves nothing");
        Cells(Path.Combine(nights.Data, "public.db")).Where(Names).ShouldBeEmpty();
        await Site.WriteAsync(nights.Data, nights.Sources, nights.Reference, new DateOnly(2026, 3, 2), TestContext.Current.CancellationToken);
        foreach (var format in new[] { "csv", "json" })
        {
            var export = new StringWriter();
            (await Licensing.RunAsync(["export", format, "--public", "--data", nights.Data], new Terminal(export, TextWriter.Null, Interactive: false), nights.Clock, TestContext.Current.CancellationToken)).ShouldBe(0);
            Names(export.ToString()).ShouldBeFalse($"The public export as {format} names the person.");
        }

        foreach (var file in PublicFiles(nights.Data))
        {
            var bytes = File.ReadAllBytes(file);
            Names(Encoding.Latin1.GetString(bytes)).ShouldBeFalse($"{Path.GetFileName(file)} names the person.");
            Names(Encoding.Unicode.GetString(bytes)).ShouldBeFalse($"{Path.GetFileName(file)} names the person.");
        }
    }

    private static IEnumerable<string> PublicFiles(string data) =>
        Directory.EnumerateFiles(Path.Combine(data, "site"), "*", SearchOption.AllDirectories).Append(Path.Combine(data, "public.db"));

    private static bool Names(string text) =>
        Person.Split(' ').Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>Every cell of every table.</summary>
    private static List<string> Cells(string path)
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        database.Open();
        var cells = new List<string>();
        foreach (var table in database.Query<string>("select name from sqlite_master where type='table' and sql not like '%fts5%'").ToList())
        {
            foreach (var row in database.Query($"select * from \"{table}\"").Cast<IDictionary<string, object?>>())
            {
                cells.AddRange(row.Values.OfType<string>());
            }
        }

        return cells;
    }
}
