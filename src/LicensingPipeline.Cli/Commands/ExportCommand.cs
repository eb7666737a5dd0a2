using System.CommandLine;
using System.Text;
using LicensingPipeline.Store;
using LicensingPipeline.Summarise;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing export csv|json</c>: everything that stands in the registers.</summary>
internal static class ExportCommand
{
    public static Command Build(Terminal terminal)
    {
        var format = new Argument<string>("format") { Description = "csv or json." };
        format.AcceptOnlyFromAmong("csv", "json");
        var to = new Option<FileInfo?>("--out") { Description = "File to write; without it the export is printed." };
        var open = new Option<bool>("--public") { Description = "Leave out every field that may name a person, and homes that residents asked to have left out." };
        var (data, json) = (Folders.Data(), Folders.Json());
        json.Description = "Print JSON, the same as 'export json'.";
        var command = new Command("export", "Print all licences that stand in the registers, ordered by authority, stream and id.") { format, to, open, data, json };
        command.SetAction(parsed =>
        {
            var asJson = parsed.GetValue(json) || parsed.GetValue(format) == "json";
            var folder = parsed.GetValue(data)!.FullName;
            using var registers = parsed.GetValue(open) ? Registers.OpenPublic(folder) : Registers.Open(folder);
            var export = new Export(registers);
            var count = parsed.GetValue(to) is { } file ? WriteFile(export, file.FullName, asJson, parsed.GetValue(open)) : Write(export, terminal.Out, asJson);
            terminal.Say($"{Grid.Number(count)} {(count == 1 ? "licence" : "licences")} exported.");
            return count > 0 ? Exits.Found : Exits.None;
        });
        return command;
    }

    private static long Write(Export export, TextWriter to, bool asJson) => asJson ? export.Json(to) : export.Csv(to);

    /// <summary>Written beside and moved into place, so that nobody meets half a file. Names are for the members: only the owner can read it.</summary>
    private static long WriteFile(Export export, string path, bool asJson, bool publicOnly)
    {
        var part = path + ".part";
        long count;
        using (var text = new StreamWriter(part, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16))
        {
            if (!publicOnly)
            {
                PrivateFiles.Protect(part);
            }

            count = Write(export, text, asJson);
        }

        File.Move(part, path, overwrite: true);
        return count;
    }
}
