using System.Diagnostics;
using ModBot.Core.Messages;
using ModBot.Sandbox;

namespace ModBot.Stress.Crash;

/// <summary>The sandbox here, ModBot in another process that is killed and started again, and the account at the end.</summary>
internal sealed class CrashRun(int kills, int seed, TextWriter progress)
{
    private const int Authors = 300;

    /// <summary>Messages a second. A twentieth is to be deleted: few enough for the server's limits.</summary>
    private const int Rate = 20;

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestCatchUp = TimeSpan.FromMinutes(5);

    private readonly Random random = new(seed);
    private readonly ServerRecord record = new();
    private readonly List<double> starts = [];
    private int early;

    public async Task<CrashResult> RunAsync(string engine, CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        await using StressStore store = await StressStore.CreateAsync(engine);
        await using SandboxServer server = await SandboxServer.StartAsync(
            new SandboxOptions { Url = new Uri("http://127.0.0.1:0"), IdentifyInterval = TimeSpan.FromMilliseconds(50), MaxConcurrency = 16, Observe = record.Note }, cancellationToken);
        var load = new SoakLoad(server.World, new Random(seed + 1), Authors) { FlagEvery = 50 };
        // The first start trains the model, which is not what is tested.
        await using (BotProcess first = await StartAsync(server, store, cancellationToken))
            await first.KillAsync();

        using var posting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task posts = PostAsync(load, posting.Token);
        for (int i = 1; i <= kills; i++)
        {
            await KillOnceAsync(server, store, cancellationToken);
            if (i % 10 == 0 || i == kills)
                await progress.WriteLineAsync($"{i} kills, {load.Posted.Count:N0} messages posted");
        }

        await posting.CancelAsync();
        await posts;
        long last = Stopwatch.GetTimestamp();
        await using BotProcess final = await StartAsync(server, store, cancellationToken);
        await CatchUpAsync(server, store, load, cancellationToken);
        double catchUp = Stopwatch.GetElapsedTime(last).TotalSeconds;
        if (!await final.StopAsync())
            await progress.WriteLineAsync($"The last process did not end as it should:{Environment.NewLine}{final.Output}");
        return await CountAsync(server, store, load, catchUp, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    /// <summary>A quarter of the kills strike while the process starts, the others up to 3 s into its session.</summary>
    private async Task KillOnceAsync(SandboxServer server, StressStore store, CancellationToken cancellationToken)
    {
        if (random.Next(4) == 0)
        {
            await using BotProcess starting = BotProcess.Start(server, store);
            await Task.Delay(random.Next(1_500), cancellationToken);
            early += server.World.BotConnected ? 0 : 1;
            await starting.KillAsync();
        }
        else
        {
            await using BotProcess running = await StartAsync(server, store, cancellationToken);
            await Task.Delay(random.Next(3_000), cancellationToken);
            await running.KillAsync();
        }

        await server.World.WaitForAsync(world => world.BotConnected ? null : "gone", LongestStart, cancellationToken);
    }

    private async Task<BotProcess> StartAsync(SandboxServer server, StressStore store, CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        BotProcess process = BotProcess.Start(server, store);
        try
        {
            await server.World.WaitForBotAsync(LongestStart, cancellationToken);
        }
        catch
        {
            await progress.WriteLineAsync(process.Output);
            await process.DisposeAsync();
            throw;
        }

        starts.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        return process;
    }

    private static async Task PostAsync(SoakLoad load, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / Rate));
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
                load.Post();
        }
        catch (OperationCanceledException)
        {
            // Enough is posted.
        }
    }

    /// <summary>Waits until everything is judged and every action has ended, bounded.</summary>
    private static async Task CatchUpAsync(SandboxServer server, StressStore store, SoakLoad load, CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < LongestCatchUp)
        {
            Dictionary<ulong, long> judged = await StoreCheck.JudgementsAsync(store);
            bool isDone = load.Posted.TrueForAll(post => judged.ContainsKey(post.Id.Value) && (!post.IsSpam || server.World.FindDeletion(post.Channel, post.Id) is not null));
            if (isDone && (await StoreCheck.RunAsync(store)).Count == 0)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        }
    }

    private async Task<CrashResult> CountAsync(SandboxServer server, StressStore store, SoakLoad load, double catchUp, double seconds)
    {
        Dictionary<ulong, long> judged = await StoreCheck.JudgementsAsync(store);
        (Dictionary<long, ulong> intents, HashSet<long> cards) = await StoreCheck.IntentsAsync(store);
        HashSet<ulong> toDelete = [.. intents.Values, .. load.Posted.Where(post => post.IsSpam).Select(post => post.Id.Value)];
        IReadOnlyDictionary<long, int> posted = record.Cards;
        foreach ((Snowflake message, int count) in record.Deletions.Where(deletion => deletion.Value != 1 || !toDelete.Contains(deletion.Key.Value)))
            await progress.WriteLineAsync($"message {message} was deleted {count} times; intended: {toDelete.Contains(message.Value)}; posted: {load.Posted.Find(post => post.Id == message)} {server.World.FindDeletion(load.Posted.Find(post => post.Id == message).Channel, message)}");
        return new CrashResult
        {
            Store = store.Name,
            Seed = seed,
            Kills = kills,
            EarlyKills = early,
            Posted = load.Posted.Count,
            Cases = intents.Count + cards.Count,
            Unjudged = load.Posted.Count(post => !judged.ContainsKey(post.Id.Value)),
            JudgedTwice = judged.Values.Count(count => count != 1),
            Standing = toDelete.Count(id => !record.Deletions.ContainsKey(new Snowflake(id))),
            WronglyDeleted = record.Deletions.Count(deletion => deletion.Value != 1 || !toDelete.Contains(deletion.Key.Value)),
            CardsMissing = cards.Count(number => !posted.ContainsKey(number)),
            CardsTwice = posted.Count(card => card.Value != 1 || !cards.Contains(card.Key)),
            Faults = await StoreCheck.RunAsync(store),
            MedianStart = starts.Order().ElementAt(starts.Count / 2),
            CatchUp = catchUp,
            Seconds = seconds,
        };
    }
}
