using Spectre.Console;

namespace LicensingPipeline.Cli;

/// <summary>Shows how far something is: a moving line on a terminal, plain lines elsewhere. All of it beside the data.</summary>
internal static class Progress
{
    /// <summary>Watches work that says sentences.</summary>
    public static async Task<T> WatchAsync<T>(Terminal terminal, Func<Action<string>, Task<T>> work)
    {
        if (!terminal.Interactive)
        {
            return await work(terminal.Say);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return await console.Status().StartAsync("Starting ...", status => work(sentence =>
        {
            console.MarkupLineInterpolated($"{sentence}");
            status.Status = Markup.Escape(sentence);
        }));
    }
}
