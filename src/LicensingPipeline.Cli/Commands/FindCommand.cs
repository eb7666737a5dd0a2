using System.CommandLine;
using System.Text.Json;
using LicensingPipeline.Store;
using LicensingPipeline.Summarise;
using LicensingPipeline.View;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing find TEXT</c>: is this home, holder or licence on our copies?</summary>
internal static class FindCommand
{
    public static Command Build(Terminal terminal, TimeProvider time)
    {
        var text = new Argument<string[]>("text") { Description = "An address, a postcode or its first half, a name, a reference or a licence id.", Arity = ArgumentArity.OneOrMore };
        var limit = new Option<int>("--limit") { Description = "Most licences to show.", DefaultValueFactory = _ => 50 };
        var (data, sources, json) = (Folders.Data(), Folders.SourcesForNames(), Folders.Json());
        var command = new Command("find", "Find licences by address, postcode, holder, manager, reference or id: those on the register first, then those that were.") { text, limit, sources, data, json };
        command.SetAction(parsed =>
        {
            var written = string.Join(' ', parsed.GetValue(text)!);
            var question = Question.Of(written) ?? throw new UsageException("Give at least one letter or digit to look for.");
            var most = parsed.GetValue(limit) is > 0 and var wanted ? wanted : throw new UsageException("--limit wants a number of at least 1.");
            using var registers = Registers.Open(parsed.GetValue(data)!.FullName);
            var answer = new Finder(registers).Find(question, most);
            var names = Names.Read(parsed.GetValue(sources)!);
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            if (parsed.GetValue(json))
            {
                WriteJson(terminal, answer, registers.IsInvented);
            }
            else
            {
                Print(terminal, answer, registers.IsInvented, names, today);
            }

            SayWhatCopiesCover(parsed.GetValue(json) ? terminal.Say : terminal.Print, written, answer, registers, names, today);

            return answer.Total > 0 ? Exits.Found : Exits.None;
        });
        return command;
    }

    private static void WriteJson(Terminal terminal, Answer answer, bool invented)
    {
        using var array = new JsonArray(terminal.Out);
        foreach (var found in answer.Licences)
        {
            array.Item(json =>
            {
                RecordJson.Write(json, found.Licence, Fields.All);
                json.WriteBoolean("current", found.IsCurrent);
                json.WriteStartArray("why");
                foreach (var why in found.Why)
                {
                    json.WriteStringValue(why);
                }

                json.WriteEndArray();
                WriteCovers(json, found.Copy);
                if (invented)
                {
                    json.WriteString(Export.MarkColumn, Demonstration.Mark);
                }
            });
        }
    }

    private static void WriteCovers(Utf8JsonWriter json, StandingCopy? copy)
    {
        json.WriteStartObject("covers");
        json.WriteStartArray("schemes");
        foreach (var scheme in copy?.Schemes ?? [])
        {
            json.WriteStringValue(scheme);
        }

        json.WriteEndArray();
        json.WriteString("area", copy?.CoversArea);
        json.WriteString("as_at", copy?.AsAt);
        json.WriteEndObject();
    }

    private static void Print(Terminal terminal, Answer answer, bool invented, Names names, DateOnly today)
    {
        if (invented)
        {
            terminal.Print(Demonstration.Mark);
        }

        if (answer.PostcodeOnly)
        {
            terminal.Print("Nothing has all these words. At the same postcode:");
        }

        foreach (var found in answer.Licences)
        {
            LicenceText.Print(terminal, found, names, today);
            terminal.Print();
        }

        if (answer.Total > answer.Licences.Count)
        {
            var more = answer.Total - answer.Licences.Count;
            terminal.Print($"{Grid.Number(more)} more {(more == 1 ? "is" : "are")} not shown; narrow the question, or raise --limit.");
        }

        if (answer.Total > 0)
        {
            terminal.Print($"{Grid.Number(answer.Total)} found. {PlaceAnswer.Pending}");
        }
    }

    /// <summary>Rule 8: an absence is never said without what our copies cover, kind by kind where the postcode says which council it is.</summary>
    private static void SayWhatCopiesCover(Action<string> say, string written, Answer answer, Registers registers, Names names, DateOnly today)
    {
        var place = Place.Of(written, names.Reference);
        if (!place.IsAuthority && place.Authorities.Count > 0)
        {
            SayNothing(say, answer);
            PlaceText.Say(say, place, registers.PublishedCopies(), names.Reference, today, answer);
        }
        else if (answer.Total == 0)
        {
            var covered = Coverage.Sentences(registers.Copies(), names.Of);
            say($"Not on our copies. {PlaceAnswer.Pending} A home can be spelled otherwise there too: try its postcode alone.");
            say(covered.Count == 0 ? "We hold no copy of any register yet." : "Our copies cover:");
            foreach (var sentence in covered)
            {
                say($"  {sentence}");
            }

            say("Of every other register we hold no copy.");
        }
    }

    private static void SayNothing(Action<string> say, Answer answer)
    {
        if (answer.Total == 0)
        {
            say($"Nothing that fits was found. {PlaceAnswer.Pending} A home can be spelled otherwise on a register: try its postcode alone.");
        }
    }
}
