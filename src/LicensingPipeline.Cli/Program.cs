using System.CommandLine;

var root = new RootCommand("x");
return await root.Parse(args).InvokeAsync();
