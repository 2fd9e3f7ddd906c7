using BenchmarkDotNet.Running;
using ModBot.Benchmarks;

// "quick" prints one JSON line a figure in under a minute; anything else goes to BenchmarkDotNet.
if (args is ["quick"])
    return QuickRun.Run(Console.Out);
BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
return 0;
