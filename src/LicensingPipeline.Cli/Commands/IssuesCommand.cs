using System.CommandLine;
using LicensingPipeline.Store;
using LicensingPipeline.Summarise;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing issues</c>: what is odd, value by value.</summary>
internal static class IssuesCommand
{
    public static Command Build(Terminal terminal)
    {
        var authority = new Argument<string?>("authority") { Description = "GSS code or short name; none means all.", Arity = ArgumentArity.ZeroOrOne };
        var code = new Option<string?>("--code") { Description = "Only issues of this code, such as date.no-such-day." };
        var open = new Option<bool>("--public") { Description = "Leave out what may name a person: the text, and the place unless policy shows rows." };
        var (data, sources, json) = (Folders.Data(), Folders.SourcesForNames(), Folders.Json());
        var command = new Command("issues", "Print what is odd in the copies that stand, as CSV.") { authority, code, open, sources, data, json };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(code);
            if (wanted is not null && !IssueCodes.All.ContainsKey(wanted))
            {
                throw new UsageException($"'{wanted}' is no code of an issue. They are {string.Join(", ", IssueCodes.All.Keys.Order(StringComparer.Ordinal))}.");
            }

            var folder = parsed.GetValue(data)!.FullName;
            using var registers = parsed.GetValue(open) ? Registers.OpenPublic(folder) : Registers.Open(folder);
            var list = new IssueList(registers, Names.Read(parsed.GetValue(sources)!).Gss(parsed.GetValue(authority)), wanted);
            var count = parsed.GetValue(json) ? list.Json(terminal.Out) : list.Csv(terminal.Out);
            return count > 0 ? Exits.Found : Exits.None;
        });
        return command;
    }
}
