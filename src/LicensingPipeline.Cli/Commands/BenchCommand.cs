using System.CommandLine;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli.Bench;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing bench</c>: speed and memory beside a named yardstick, measured in the same run.</summary>
internal static class BenchCommand
{
    public static Command Build(Terminal terminal, TimeProvider time)
    {
        var json = Folders.Json();
        var rows = new Option<int>("--rows") { Description = "Rows of the invented register.", DefaultValueFactory = _ => 1_000_000 };
        var times = new Option<int>("--times") { Description = "Pairs to run; medians are printed.", DefaultValueFactory = _ => 3 };
        var run = new Command("run", "The whole chain from a file to the database, beside the sqlite3 shell.") { rows, times, json };
        run.SetAction(async (parsed, ct) =>
        {
            Print(terminal, await BenchRun.RunAsync(parsed.GetValue(rows), Math.Max(1, parsed.GetValue(times)), terminal.Say, ct), parsed.GetValue(json));
            return 0;
        });
        return new Command("bench", "Measure how well and how fast the program does its work.") { run, Normalise(terminal, time), Publish(terminal), Register(terminal) };
    }

    private static Command Normalise(Terminal terminal, TimeProvider time)
    {
        var matching = new Option<DirectoryInfo>("--matching") { Description = "Folder of labelled addresses.", DefaultValueFactory = _ => new DirectoryInfo("../shared/matching") };
        var postcodes = new Option<FileInfo>("--postcodes") { Description = "Every postcode in use, by outward code.", DefaultValueFactory = _ => new FileInfo("../shared/reference/postcodes/gb_live_postcodes_by_outcode.tsv") };
        var registers = new Option<DirectoryInfo>("--registers") { Description = "Folder of copies of real registers.", DefaultValueFactory = _ => new DirectoryInfo("../shared/registers") };
        var times = new Option<int>("--times") { Description = "Rounds against the clock; the best is printed.", DefaultValueFactory = _ => 6 };
        var rates = new Option<bool>("--rates") { Description = "Print what was read of each real register, in counts, as a table of Markdown, and nothing else." };
        var json = Folders.Json();
        var command = new Command("normalise", "How well and how fast addresses, postcodes and names are read, on labelled sets.") { matching, postcodes, registers, times, rates, json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(rates))
            {
                terminal.Out.Write(BenchRegisters.Markdown(BenchRegisters.Rates(parsed.GetValue(registers)!.FullName, PlaceTables.None)));
                return Exits.Found;
            }

            var folders = new BenchFolders(parsed.GetValue(matching)!.FullName, parsed.GetValue(postcodes)!.FullName, parsed.GetValue(registers)!.FullName);
            Print(terminal, BenchNormalise.Measure(folders, Math.Max(1, parsed.GetValue(times)), time), parsed.GetValue(json));
            return Exits.Found;
        });
        return command;
    }

    private static Command Publish(Terminal terminal)
    {
        var json = Folders.Json();
        var command = new Command("publish", "The public site of the demonstration, without and with the pages of an edition, and the worked example of the method.") { json };
        command.SetAction(async (parsed, ct) =>
        {
            Print(terminal, await BenchPublish.RunAsync(terminal.Say, ct), parsed.GetValue(json));
            return 0;
        });
        return command;
    }

    /// <summary>The register the bench reads, for whoever wants to look at it or time something else with it.</summary>
    private static Command Register(Terminal terminal)
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder that gets sources/ and inbox/." };
        var rows = new Option<int>("--rows") { Description = "Rows of the invented register.", DefaultValueFactory = _ => 1_000_000 };
        var command = new Command("register", "Write the invented register that the bench reads, and its source file.") { folder, rows };
        command.SetAction(parsed =>
        {
            BenchRun.Lay(parsed.GetValue(folder)!.FullName, parsed.GetValue(rows));
            terminal.Say("Run it with: licensing run --sources FOLDER/sources --inbox FOLDER/inbox --data DIR");
            return 0;
        });
        return command;
    }

    private static void Print(Terminal terminal, IReadOnlyList<BenchFigure> figures, bool json)
    {
        if (json)
        {
            terminal.WriteJson(figures);
            return;
        }

        foreach (var figure in figures)
        {
            terminal.Out.WriteLine(FormattableString.Invariant($"{figure.Figure,-26}{figure.Value,10} {figure.Unit,-6}{figure.Target,-8} {(figure.Target is null ? "" : figure.Met ? "met" : "NOT MET"),-8}{figure.Yardstick}"));
        }
    }
}
