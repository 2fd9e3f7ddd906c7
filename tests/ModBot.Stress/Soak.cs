using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModBot.CommandLine;
using ModBot.Configuration;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Hosting;
using ModBot.Moderation;
using ModBot.Sandbox;

namespace ModBot.Stress;

/// <summary>The bot on its sandbox under load and faults, in one process, with a store in a temporary folder.</summary>
internal static class Soak
{
    private const double Mebi = 1024 * 1024;
    private const int Authors = 300;

    /// <summary>Messages a second. A twentieth is spam: few enough deletes for the sandbox's limits.</summary>
    private const int Rate = 25;

    private static readonly TimeSpan FaultEvery = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestCatchUp = TimeSpan.FromMinutes(3);

    public static async Task<SoakResult> RunAsync(TimeSpan duration, int seed, TextWriter progress, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("modbot-soak-").FullName;
        int unobserved = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs fault)
        {
            Interlocked.Increment(ref unobserved);
            progress.WriteLine($"unobserved: {fault.Exception}");
        }

        TaskScheduler.UnobservedTaskException += Count;
        try
        {
            await using SandboxServer server = await SandboxServer.StartAsync(
                new SandboxOptions { Url = new Uri("http://127.0.0.1:0"), HeartbeatInterval = TimeSpan.FromSeconds(3), IdentifyInterval = TimeSpan.FromSeconds(1), MaxMessagesPerChannel = 2_000 }, cancellationToken);
            using IHost host = Build(folder, server);
            await host.StartAsync(cancellationToken);
            await host.Services.GetRequiredService<ModerationFeed>().WaitForGuildAsync(SandboxIds.Guild, cancellationToken);
            var load = new SoakLoad(server.World, new Random(seed), Authors);
            var menu = new FaultMenu(server.Faults, new Random(seed + 1));
            double early = await PostAsync(load, menu, duration, progress, cancellationToken);
            server.Faults.Clear();
            var log = host.Services.GetRequiredService<IModerationLog>();
            int unjudged = await CatchUpAsync(load, log, progress, cancellationToken);
            IReadOnlyDictionary<Disposition, long> counts = await log.CountAsync(SandboxIds.Guild, cancellationToken);
            double late = Heap();
            SoakResult result = new()
            {
                Seed = seed,
                Posted = load.Posted.Count,
                Spam = load.Posted.Count(post => post.IsSpam),
                Unjudged = unjudged,
                Doubled = counts.Values.Sum() - (load.Posted.Count - unjudged),
                Standing = load.Posted.Count(post => post.IsSpam && server.World.FindDeletion(post.Channel, post.Id) is null),
                WronglyDeleted = load.Posted.Count(post => !post.IsSpam && server.World.FindDeletion(post.Channel, post.Id) is not null),
                Unobserved = Volatile.Read(ref unobserved),
                EarlyHeap = early,
                LateHeap = late,
                Faults = menu.Struck,
            };
            await host.StopAsync(cancellationToken);
            return result;
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Count;
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IHost Build(string folder, SandboxServer server)
    {
        var paths = new ModBotPaths(Path.Combine(AppContext.BaseDirectory, "seeds"), folder);
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Defaults:ReviewChannel", "review"), new("Logging:LogLevel:Default", Environment.GetEnvironmentVariable("MODBOT_STRESS_LOG") is { Length: > 0 } level ? level : "Critical")]).Build();
        return ModBotHost.Build(
            configuration, paths, DiscordSettings.ForSandbox(server.RestUrl, server.BotToken), RuleMode.Enforce, OfflineJudge.OpenShippedModel(TextWriter.Null, CancellationToken.None));
    }

    /// <summary>Posts at the rate for that long; the heap a quarter into it.</summary>
    private static async Task<double> PostAsync(SoakLoad load, FaultMenu menu, TimeSpan duration, TextWriter progress, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / Rate));
        long started = TimeProvider.System.GetTimestamp();
        TimeSpan nextFault = FaultEvery;
        double? early = null;
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            TimeSpan elapsed = TimeProvider.System.GetElapsedTime(started);
            if (elapsed >= duration)
                break;
            load.Post();
            if (elapsed >= nextFault)
            {
                nextFault += FaultEvery;
                menu.Strike();
            }

            if (early is null && elapsed >= duration / 4)
            {
                early = Heap();
                progress.WriteLine($"{load.Posted.Count:N0} messages posted, heap {early:N1} MB");
            }
        }

        return early ?? Heap();
    }

    /// <summary>Waits until everything posted is judged and every spam is deleted, bounded; how many are still not judged.</summary>
    private static async Task<int> CatchUpAsync(SoakLoad load, IModerationLog log, TextWriter progress, CancellationToken cancellationToken)
    {
        long started = TimeProvider.System.GetTimestamp();
        var open = new List<SoakPost>(load.Posted);
        while (open.Count > 0 && TimeProvider.System.GetElapsedTime(started) < LongestCatchUp)
        {
            var still = new List<SoakPost>();
            foreach (SoakPost post in open)
            {
                bool judged = await log.FindJudgementAsync(SandboxIds.Guild, post.Id, cancellationToken) is not null;
                if (!judged || (post.IsSpam && load.World.FindDeletion(post.Channel, post.Id) is null))
                    still.Add(post);
            }

            open = still;
            if (open.Count > 0)
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }

        int unjudged = 0;
        foreach (SoakPost post in open)
        {
            if (await log.FindJudgementAsync(SandboxIds.Guild, post.Id, cancellationToken) is null)
                unjudged++;
        }

        progress.WriteLine($"caught up in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:N0} s, {open.Count:N0} messages open");
        return unjudged;
    }

    private static double Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true) / Mebi;
    }
}
