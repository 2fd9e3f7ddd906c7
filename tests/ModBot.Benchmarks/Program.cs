using BenchmarkDotNet.Running;
using ModBot.Benchmarks;

if (args is [SocketPeer.Verb])
    return await SocketPeer.RunAsync(Console.In, Console.Out);
// "quick" prints one JSON line a figure in under a minute; anything else goes to BenchmarkDotNet.
if (args is ["quick"])
    return QuickRun.Run(Console.Out);
BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
return 0;
