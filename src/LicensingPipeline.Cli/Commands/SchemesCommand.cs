using System.CommandLine;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Store;
using LicensingPipeline.View;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing schemes PLACE</c>: which licensing applies there, and what our copies cover of it.</summary>
internal static class SchemesCommand
{
    public static Command Build(Terminal terminal, TimeProvider time)
    {
        var text = new Argument<string[]>("place") { Description = "A postcode or its first half, an address, or a council.", Arity = ArgumentArity.OneOrMore };
        var on = new Option<string?>("--on") { Description = "The day asked about, YYYY-MM-DD (default: today)." };
        var (data, sources, json) = (Folders.Data(), Folders.SourcesForNames(), Folders.Json());
        var command = new Command("schemes", "Say which licensing schemes are in force at a place, which of them our copies cover, and what to find out.") { text, on, sources, data, json };
        command.SetAction(parsed =>
        {
            var written = string.Join(' ', parsed.GetValue(text)!);
            var day = Day(parsed.GetValue(on), time);
            var names = Names.Read(parsed.GetValue(sources)!);
            // Which schemes apply can be said before any night has run: then no copy covers them.
            using var registers = Registers.OpenIfThere(parsed.GetValue(data)!.FullName);
            var place = Find(written, names.Reference, registers);
            if (place.Authorities.Count == 0)
            {
                terminal.Say(place.Outcode is { } outcode
                    ? $"{outcode} is no outward code that we know to lie in an authority of ours. Name the council instead; 'licensing sources list' prints them."
                    : $"'{written}' has no postcode and is like no address on our copies. Add the postcode, or name the council; 'licensing sources list' prints them.");
                return Exits.None;
            }

            var copies = registers?.PublishedCopies() ?? [];
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(place.Authorities.Select(a => PlaceJson.Of(PlaceAnswer.Of(names.Reference, copies, a, day), registers?.IsInvented == true)));
                return Exits.Found;
            }

            if (registers?.IsInvented == true)
            {
                terminal.Print(Demonstration.Mark);
            }

            PlaceText.Say(terminal.Print, place, copies, names.Reference, day, answer: null);
            terminal.Print(PlaceAnswer.Pending);
            return Exits.Found;
        });
        return command;
    }

    private static Place Find(string written, ReferenceTables reference, Registers? registers)
    {
        var place = Place.Of(written, reference);
        return place.Authorities.Count == 0 && place.Outcode is null && registers is not null ? Place.OnCopies(written, registers) : place;
    }

    private static DateOnly Day(string? written, TimeProvider time) => written is null ? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) : Days.Read(written);
}
