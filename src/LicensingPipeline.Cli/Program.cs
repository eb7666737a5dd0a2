using System.CommandLine;
using LicensingPipeline.Cli;
using LicensingPipeline.Cli.Commands;

var terminal = new Terminal(Console.Out, Console.Error, !Console.IsOutputRedirected);
var root = new RootCommand("Brings the registers of licensed rented homes of London's councils into one dataset, every night, and answers questions about it.")
{
    DemoCommand.Build(terminal),
    RunCommand.Build(terminal),
    BenchCommand.Build(terminal),
};
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
