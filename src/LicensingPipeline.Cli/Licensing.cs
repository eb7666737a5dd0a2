using System.CommandLine;
using LicensingPipeline.Cli.Commands;
using LicensingPipeline.Collect;

namespace LicensingPipeline.Cli;

/// <summary>The program: its commands, and how it ends when something cannot be done.</summary>
public static class Licensing
{
    /// <summary>A copy that is being judged is a transaction: the run may end it or lose it, but it is given the time.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    /// <summary>Runs one command line; returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, TimeProvider time, CancellationToken ct)
    {
        var root = Root(terminal, time);
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var isRun = parsed.CommandResult.Command.Name is "run" or "demo";
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                terminal.Say(error.Message);
            }

            terminal.Say($"'{CommandLine(parsed)} --help' says how it is used.");
            return Exits.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop, Output = terminal.Out, Error = terminal.Error }, ct);
        }
        catch (OperationCanceledException)
        {
            terminal.Say(isRun ? "Stopped. What was published before stands as it was." : "Stopped.");
            return Exits.Stopped;
        }
        catch (UsageException wrong)
        {
            terminal.Say(wrong.Message);
            return Exits.Usage;
        }
        catch (Exception refused) when (refused is RefusedException or OperatorException or IOException or UnauthorizedAccessException)
        {
            // What a person can mend is said in a sentence; a fault of the program keeps its stack.
            terminal.Say(refused.Message);
            return isRun ? Exits.None : refused is DirectoryNotFoundException ? Exits.Usage : Exits.TooOld;
        }
    }

    private static RootCommand Root(Terminal terminal, TimeProvider time) => new(
        "Brings the registers of licensed rented homes of London's councils into one dataset, every night, and answers questions about it.")
    {
        DemoCommand.Build(terminal),
        RunCommand.Build(terminal, time),
        BenchCommand.Build(terminal, time),
        StatusCommand.Build(terminal, time),
        FindCommand.Build(terminal, time),
        SchemesCommand.Build(terminal, time),
        ExplainCommand.Build(terminal),
        TryCommand.Build(terminal),
        ChangesCommand.Build(terminal),
        IssuesCommand.Build(terminal),
        ExportCommand.Build(terminal),
        ScorecardCommand.Build(terminal),
        PublishCommand.Build(terminal, time),
        SourcesCommand.Build(terminal, time),
        ReferenceCommand.Build(terminal, time),
        ImportCommand.Build(terminal, time),
        TodoCommand.Build(terminal, time),
        LetterCommand.Build(terminal, time),
        PolicyCommand.Build(terminal, time),
        ScheduleCommand.Build(terminal),
    };

    private static string CommandLine(ParseResult parsed)
    {
        var names = new List<string>();
        for (var at = parsed.CommandResult; at is { Command: not RootCommand }; at = (System.CommandLine.Parsing.CommandResult)at.Parent!)
        {
            names.Insert(0, at.Command.Name);
        }

        return string.Join(' ', names.Prepend("licensing"));
    }
}
