using System.CommandLine;
using ModBot.Stress;
using ModBot.Stress.Crash;

// Every verb is bounded, takes a seed, prints a table, and ends with 0 only when nothing was lost or doubled.
var root = new RootCommand("Long tests of ModBot against its sandbox, on this machine only.") { SoakCommand.Create(), CrashCommand.Create() };
return await root.Parse(args).InvokeAsync();
