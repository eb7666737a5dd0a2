using System.Globalization;
using System.Text.Json;
using LicensingPipeline.Summarise;
using LicensingPipeline.View;

namespace LicensingPipeline.Cli;

/// <summary>Explanations as JSON: an array, since two streams of an authority may hold the same id.</summary>
internal static class ExplanationJson
{
    public static void Write(TextWriter to, IReadOnlyList<Explanation> explained, bool invented)
    {
        using var array = new JsonArray(to);
        foreach (var one in explained)
        {
            array.Item(json =>
            {
                json.WriteStartObject("record");
                RecordJson.Write(json, one.Licence, Fields.All);
                json.WriteEndObject();
                json.WriteBoolean("current", one.IsCurrent);
                WriteRaw(json, one.Raw);
                json.WriteString("unmapped", one.Unmapped);
                WriteRules(json, one);
                WriteIssues(json, one);
                WriteCopy(json, one);
                WriteHistory(json, one);
                if (invented)
                {
                    json.WriteString(Export.MarkColumn, Demonstration.Mark);
                }
            });
        }
    }

    private static void WriteRaw(Utf8JsonWriter json, IReadOnlyList<(Field Field, string Text)> raw)
    {
        json.WriteStartObject("raw");
        foreach (var (field, text) in raw)
        {
            json.WriteString(field.Key(), text);
        }

        json.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter json, Explanation one)
    {
        json.WriteString("note", one.Note);
        json.WriteStartArray("rules");
        foreach (var rule in one.Rules ?? [])
        {
            json.WriteStartObject();
            json.WriteString("field", rule.Field.Key());
            json.WriteString("rule", rule.Rule);
            json.WriteString("before", rule.Before);
            json.WriteString("after", rule.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIssues(Utf8JsonWriter json, Explanation one)
    {
        json.WriteStartArray("issues");
        foreach (var issue in one.Issues)
        {
            json.WriteStartObject();
            json.WriteString("code", issue.Code);
            json.WriteString("severity", issue.Severity);
            json.WriteString("cause", issue.Cause);
            json.WriteString("field", issue.Field);
            json.WriteString("where", issue.Where);
            json.WriteString("raw", issue.Raw);
            json.WriteString("sentence", IssueCodes.Find(issue.Code).Sentence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCopy(Utf8JsonWriter json, Explanation one)
    {
        json.WriteStartObject("copy");
        json.WriteString("as_at", Iso(one.Copy.AsAt));
        json.WriteString("sha256", one.Copy.Sha256);
        json.WriteString("origin", one.Copy.Origin);
        json.WriteString("retrieved_at", one.Copy.RetrievedAt);
        json.WriteString("where", one.Licence[Field.Where]);
        json.WriteStartArray("files");
        foreach (var file in one.Copy.Files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteHistory(Utf8JsonWriter json, Explanation one)
    {
        json.WriteStartArray("versions");
        foreach (var version in one.Versions)
        {
            json.WriteStartObject();
            json.WriteString("first_copy", Iso(version.FirstCopy));
            json.WriteString("gone_by", version.GoneBy is { } gone ? Iso(gone) : null);
            json.WriteString("sha256", version.Sha256);
            json.WriteString("where", version.Where);
            WriteRaw(json, version.Raw);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("events");
        foreach (var change in one.Events)
        {
            json.WriteStartObject();
            ChangeJson.Write(json, change);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
