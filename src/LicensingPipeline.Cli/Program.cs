using LicensingPipeline.Cli;

var terminal = new Terminal(Console.Out, Console.Error, !Console.IsOutputRedirected && !Console.IsErrorRedirected)
{
    Width = Console.IsOutputRedirected ? null : Math.Max(Console.WindowWidth, 40),
};
return await Licensing.RunAsync(args, terminal, TimeProvider.System, CancellationToken.None);
