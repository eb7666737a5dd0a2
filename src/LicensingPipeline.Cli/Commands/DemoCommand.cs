using System.CommandLine;
using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Cli.Demo;
using LicensingPipeline.Cli.Demo.Script;

namespace LicensingPipeline.Cli.Commands;

/// <summary><c>licensing demo</c>: two nights of invented councils, played on this machine.</summary>
internal static class DemoCommand
{
    public static Command Build(Terminal terminal)
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "Folder of all that the demonstration writes; an earlier demonstration in it is replaced.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("data", "demo")),
        };
        var write = new Option<DirectoryInfo?>("--write-samples") { Description = "Write the invented registers and their answer keys below this folder, and play nothing.", Hidden = true };
        var command = new Command("demo", "Play two nights of London's councils with invented files on this machine, and see what the pipeline makes of them.") { data, write };
        command.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(write) is { } folder)
            {
                SampleBook.Write(Path.Combine(folder.FullName, "shapes"));
                ScriptBook.Write(SampleFolder.Find(), Path.Combine(folder.FullName, "london"));
                return 0;
            }

            return await PlayAsync(terminal, parsed.GetValue(data)!, ct);
        });
        return command;
    }

    private static async Task<int> PlayAsync(Terminal terminal, DirectoryInfo data, CancellationToken ct)
    {
        var samples = SampleFolder.Find();
        terminal.Print($"{Demonstration.Mark}.");
        terminal.Print("A server on this machine plays the websites of London's 33 licensing authorities with invented files, and the nightly run reads them over HTTP, twice.");
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"Between two requests to one website it pauses {DemoRun.Pause.TotalMilliseconds} ms here; a real run pauses 2 seconds."));
        var nights = await DemoRun.PlayAsync(samples, data.FullName, terminal.Say, ct);
        var printer = new DemoPrinter(terminal, ReferenceTables.Read(samples.Reference, Path.Combine(data.FullName, "sources")));
        foreach (var night in nights)
        {
            printer.Print(night);
        }

        var good = nights.All(n => n.Differences.Count == 0);
        terminal.Print();
        terminal.Print(good
            ? "Both nights ended with code 2, which means that somebody is needed: some sources are blocked, moved or held on purpose, to show what that looks like."
            : "The nights did not come out as the answer key says; the differences stand above. Please report it.");
        terminal.Print("Look at next:");
        foreach (var line in DemoNextSteps.Commands(data.FullName))
        {
            terminal.Print($"  {line}");
        }

        terminal.Print($"  and in a browser the page {DemoNextSteps.Page(data.FullName)}");

        return good ? Exits.Found : Exits.None;
    }
}
