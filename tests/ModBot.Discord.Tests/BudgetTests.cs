using System.Diagnostics;
using System.Text;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests;

[CollectionDefinition(nameof(BudgetTests), DisableParallelization = true)]
public sealed class BudgetCollection;

/// <summary>What the client may cost. Allocation and heap are exact enough to hold everywhere; time is only guarded against accidents.</summary>
[Collection(nameof(BudgetTests))]
public sealed class BudgetTests
{
    [Fact]
    public void A_message_of_1063_bytes_costs_at_most_2_KB_from_frame_to_queue()
    {
        byte[] frame = MessageFrame();
        Assert.Equal(1063, frame.Length);
        using var stage = new DispatchStage(new Counter());
        stage.Dispatch("GUILD_CREATE", Samples.Guild);
        for (int i = 0; i < 200; i++)
            stage.Dispatch(frame);
        const int rounds = 400;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < rounds; i++)
            stage.Dispatch(frame);
        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / rounds;
        Assert.InRange(each, 200, 2048);
    }

    [Fact]
    public async Task Handing_over_is_fast_enough_that_nothing_waits()
    {
        byte[] frame = MessageFrame();
        var counter = new Counter();
        using var stage = new DispatchStage(counter);
        const int rounds = 20_000;
        var watch = Stopwatch.StartNew();
        for (int i = 0; i < rounds; i++)
        {
            stage.Dispatch(frame);
            while (i - counter.Count > 256)
                await Task.Yield();
        }

        while (counter.Count < rounds)
            await Task.Yield();
        Assert.InRange(watch.Elapsed.TotalMicroseconds / rounds, 0, 200);
    }

    [Fact]
    public void Two_hundred_guilds_of_a_thousand_members_stay_below_a_fifth_of_20_MB()
    {
        using var stage = new DispatchStage(new Counter());
        string members = string.Join(',', Enumerable.Range(0, 1000).Select(i => $$"""{"user":{"id":"{{3_000_000 + i}}","username":"member{{i}}","avatar":"0123456789abcdef0123456789abcdef"},"roles":["{{i % 20}}"],"joined_at":"2020-01-01T00:00:00+00:00"}"""));
        stage.Dispatch("GUILD_CREATE", Guild(0, members));
        long before = Heap();
        for (int guild = 1; guild <= 200; guild++)
            stage.Dispatch("GUILD_CREATE", Guild(guild, members));
        long after = Heap();
        Assert.Equal(201, stage.Guilds.Count);
        Assert.InRange((after - before) / 1e6, 0, 4);
    }

    /// <summary>Fifty channels with topics, twenty roles: more than most.</summary>
    private static string Guild(int number, string members)
    {
        long id = 1_000_000L + (number * 1000);
        string channels = string.Join(',', Enumerable.Range(1, 50).Select(i => $$"""{"id":"{{id + i}}","type":0,"name":"channel-{{i}}","topic":"what channel {{i}} is about","permission_overwrites":[{"id":"{{id}}","type":0,"allow":"0","deny":"2048"}],"last_message_id":"{{id + 500}}"}"""));
        string roles = string.Join(',', Enumerable.Range(0, 20).Select(i => $$"""{"id":"{{id + (i == 0 ? 0 : 100 + i)}}","name":"role {{i}}","permissions":"104324673","position":{{i}},"color":0}"""));
        return $$"""{"id":"{{id}}","name":"Guild {{number}}","owner_id":"5","roles":[{{roles}}],"channels":[{{channels}}],"members":[{{members}}],"member_count":1000}""";
    }

    private static long Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static byte[] MessageFrame()
    {
        const string head = """{"t":"MESSAGE_CREATE","s":1234,"op":0,"d":{"type":0,"tts":false,"timestamp":"2024-01-01T00:00:00.000000+00:00","pinned":false,"nonce":"1191234567890123456","mentions":[],"mention_roles":[],"mention_everyone":false,"member":{"roles":["1003","1191234567890123457"],"premium_since":null,"pending":false,"nick":"nick","mute":false,"joined_at":"2023-05-06T07:08:09.123000+00:00","flags":0,"deaf":false,"communication_disabled_until":null,"banner":null,"avatar":null},"id":"1191234567890123456","flags":0,"embeds":[],"edited_timestamp":null,"content":""" + "\"";
        const string tail = "\"" + """,  "components":[],"channel_id":"1002","author":{"username":"someone","public_flags":0,"primary_guild":null,"id":"190000000000000001","global_name":"Some One","display_name_styles":null,"discriminator":"0","collectibles":null,"clan":null,"avatar_decoration_data":null,"avatar":"0123456789abcdef0123456789abcdef"},"attachments":[],"guild_id":"1000"}}""";
        int room = 1063 - head.Length - tail.Length;
        return Encoding.UTF8.GetBytes(head + string.Concat(Enumerable.Repeat("plain words of a message ", 50))[..room] + tail);
    }

    private sealed class Counter : IPlatformEventHandler
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public ValueTask HandleAsync(PlatformEvent platformEvent, CancellationToken cancellationToken)
        {
            if (platformEvent is MessageReceived)
                Interlocked.Increment(ref _count);
            return ValueTask.CompletedTask;
        }
    }
}
