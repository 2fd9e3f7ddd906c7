using System.Diagnostics;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Sandbox;
using Xunit.Abstractions;

namespace ModBot.EndToEnd.Tests.Sandbox;

/// <summary>A raid on a server, with the whole bot behind it, Discord's rate limits in force.</summary>
public sealed class RaidTests(ITestOutputHelper output)
{
    private const int Accounts = 50;
    private const int Channels = 20;

    /// <summary>Longer than the platform's limits ask for, even where the machine is busy.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Fifty_accounts_in_twenty_channels_are_cleaned_whole_as_one_incident_without_refused_calls()
    {
        await using LiveStage stage = await LiveStage.StartAsync();
        TimeSpan usual = await UsualAsync(stage);
        Snowflake[] raiders = [.. Enumerable.Range(0, Accounts).Select(i => stage.World.EnsureMember($"Raider {i}", TimeProvider.System.GetUtcNow()))];
        Snowflake[] channels = [.. Enumerable.Range(0, Channels).Select(i => stage.World.EnsureChannel($"hall-{i}"))];
        IReadOnlyDictionary<int, long> before = stage.World.CallsByStatus;
        (int Account, int Channel)[] places = [.. Enumerable.Range(0, Accounts).SelectMany(account => Enumerable.Range(0, Channels).Select(channel => (account, channel)))];
        new Random(11).Shuffle(places);

        long started = Stopwatch.GetTimestamp();
        var posted = new List<SandboxMessage>();
        foreach ((int account, int channel) in places)
            posted.Add(stage.World.PostMessage(channels[channel], raiders[account], Scam(account, channel)).Message);
        TimeSpan posting = Stopwatch.GetElapsedTime(started);
        await stage.World.WaitForAsync(world => channels.All(channel => world.Messages(channel).Count == 0) ? world : null, Longest);
        TimeSpan cleaning = Stopwatch.GetElapsedTime(started);

        SandboxDeletion[] deletions = [.. channels.SelectMany(stage.World.Deletions)];
        Assert.Equal(posted.Select(message => message.Id).Order(), deletions.Select(deletion => deletion.Message.Id).Order());
        TimeSpan first = deletions.Min(deletion => deletion.DeletedAt) - posted[3].Id.Timestamp;
        SandboxCall[] calls = [.. stage.World.Calls.Where(call => call.Path.Contains("/messages", StringComparison.Ordinal))];
        output.WriteLine($"{posted.Count} messages in {posting.TotalSeconds:0.0} s; first deletion {first.TotalMilliseconds:0} ms after the fourth; clean after {cleaning.TotalSeconds:0.0} s; {calls.Count(call => call.Method == "DELETE")} single and {calls.Count(call => call.Path.EndsWith("/bulk-delete", StringComparison.Ordinal))} bulk deletes; usual {usual.TotalMilliseconds:0} ms");

        // A machine that is slow with one message is no faster with many.
        Assert.True(first < TimeSpan.FromSeconds(1) || first < usual * 5, $"first deletion {first} after the fourth message, usually {usual}");
        // How many come alone depends on how fast the machine judges; most must not.
        Assert.True(calls.Count(call => call.Method == "DELETE") < posted.Count / 2, "single deletes");
        Assert.Equal(Refused(before), Refused(stage.World.CallsByStatus));

        // The first case is that of the message before the raid.
        long last = (await stage.Log.ListCasesAsync(new CaseQuery { GuildId = SandboxIds.Guild, Limit = 1 }, default))[0].Number;
        Assert.Equal(last - 1, await stage.Log.CountIncidentAsync(SandboxIds.Guild, 2, default));
        Assert.Single(stage.World.Messages(SandboxIds.Review));
    }

    /// <summary>How long one deletion takes on this machine, now.</summary>
    private static async Task<TimeSpan> UsualAsync(LiveStage stage)
    {
        Snowflake message = await stage.PostAsync("free nitro for everyone https://dlscord-nitro.gift/claim");
        return stage.World.FindDeletion(SandboxIds.General, message)!.DeletedAt - message.Timestamp;
    }

    /// <summary>What counts towards Discord's limit of refused calls.</summary>
    private static long Refused(IReadOnlyDictionary<int, long> calls) => calls.GetValueOrDefault(401) + calls.GetValueOrDefault(403) + calls.GetValueOrDefault(429);

    private static string Scam(int account, int channel)
    {
        string[] greetings = ["hey guys", "hi all", "Hello everyone", "yo", "hey"];
        string[] ends = ["", "!!", " 🎁", " (only today)", " <3"];
        return $"{greetings[account % 5]} I just got {40 + account} dollars of skins from this giveaway, claim yours before it ends https://skins-for-everyone.example/claim?u={account}{channel}{ends[channel % 5]}";
    }
}
