using Microsoft.Extensions.Logging.Abstractions;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Interactions;
using ModBot.Discord.Lanes;
using ModBot.Discord.Rest;
using ModBot.Discord.State;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Lanes;

public sealed class GuildLaneTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly FakeHistory _history = new();
    private readonly EventLog _events = new();
    private readonly SemaphoreSlim _gate = new(0);
    private readonly CancellationTokenSource _stop = new();

    public void Dispose()
    {
        _stop.Cancel();
        _gate.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task Events_of_a_guild_come_one_at_a_time_and_in_order()
    {
        EventLanes lanes = Make();
        int inside = 0;
        _events.Before = async _ =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        };
        for (ulong id = 1; id <= 15; id++)
            lanes.Of(1).PostMessage(Message(id));
        for (ulong id = 1; id <= 15; id++)
            Assert.Equal(id, (await _events.NextAsync<MessageReceived>()).Message.Id.Value);
    }

    [Fact]
    public async Task A_guild_whose_handler_hangs_holds_no_other_up()
    {
        EventLanes lanes = Make();
        _events.Before = async handed =>
        {
            if (handed.GuildId.Value == 1)
                await _gate.WaitAsync();
        };
        lanes.Of(1).PostMessage(Message(1));
        lanes.Of(2).PostMessage(Message(2, guild: 2));
        Assert.Equal(2UL, (await _events.NextAsync<MessageReceived>()).Message.Id.Value);
        _gate.Release();
        Assert.Equal(1UL, (await _events.NextAsync<MessageReceived>()).Message.Id.Value);
    }

    [Fact]
    public async Task What_finds_the_queue_full_is_read_later_and_handed_over_once_and_in_order()
    {
        EventLanes lanes = Make();
        _events.Before = async _ => await _gate.WaitAsync();
        for (ulong id = 1; id <= 500; id++)
        {
            ChatMessage message = Message(id, channel: 10 + (id % 2));
            _history.Add(message);
            lanes.Of(1).PostMessage(message);
        }

        Assert.True(lanes.Queued <= 16);
        _gate.Release(10_000);
        Dictionary<ulong, List<ulong>> byChannel = await CollectAsync(500);
        Assert.Equal(Enumerable.Range(1, 250).Select(i => (ulong)i * 2), byChannel[10]);
        Assert.Equal(Enumerable.Range(1, 250).Select(i => ((ulong)i * 2) - 1), byChannel[11]);
        // The gap is closed: what comes now takes the usual way.
        int calls = _history.Calls;
        lanes.Of(1).PostMessage(Message(501));
        Assert.Equal(501UL, (await _events.NextAsync<MessageReceived>()).Message.Id.Value);
        Assert.Equal(calls, _history.Calls);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    public async Task Reading_what_was_missed_is_tried_again_while_it_may_help(int failures)
    {
        EventLanes lanes = Make();
        for (int i = 0; i < failures; i++)
            _history.Failures.Enqueue(OutcomeKind.Unavailable);
        ChatMessage message = Message(5);
        _history.Add(message);
        lanes.Of(1).PostLostSpan(10, 4, 5);
        Task<MessageReceived> next = _events.NextAsync<MessageReceived>();
        await _time.DriveAsync(next);
        Assert.Equal(failures + 1, _history.Calls);
    }

    [Fact]
    public async Task A_history_that_may_not_be_read_is_given_up()
    {
        EventLanes lanes = Make();
        _history.Failures.Enqueue(OutcomeKind.Forbidden);
        _history.Add(Message(5));
        lanes.Of(1).PostLostSpan(10, 4, 5);
        lanes.Of(1).PostMessage(Message(6));
        Assert.Equal(6UL, (await _events.NextAsync<MessageReceived>()).Message.Id.Value);
        Assert.Equal(1, _history.Calls);
    }

    [Fact]
    public async Task A_lost_span_is_read_over_pages_and_meets_live_messages_once()
    {
        EventLanes lanes = Make();
        _events.Before = async _ => await _gate.WaitAsync();
        for (ulong id = 1; id <= 350; id++)
            _history.Add(Message(id));
        lanes.Of(1).PostLostSpan(10, 50, ulong.MaxValue);
        // These are in the history as well as on the wire.
        for (ulong id = 345; id <= 350; id++)
            lanes.Of(1).PostMessage(Message(id));
        _gate.Release(10_000);
        Dictionary<ulong, List<ulong>> byChannel = await CollectAsync(300);
        Assert.Equal(Enumerable.Range(51, 300).Select(i => (ulong)i), byChannel[10]);
        while (lanes.Queued > 0)
            await Task.Yield();
        lanes.Of(1).PostMessage(Message(349));
        lanes.Of(1).PostMessage(Message(351));
        Assert.Equal(351UL, (await _events.NextAsync<MessageReceived>()).Message.Id.Value);
    }

    [Fact]
    public async Task A_partial_edit_is_read_whole()
    {
        EventLanes lanes = Make();
        _history.Add(Message(7) with { Content = "whole" });
        lanes.Of(1).PostPartialEdit(10, 7);
        lanes.Of(1).PostPartialEdit(10, 8);
        ChatMessage read = (await _events.NextAsync<MessageReceived>()).Message;
        Assert.True(read is { IsEdit: true, Content: "whole" });
    }

    [Fact]
    public async Task An_edit_of_a_missed_message_is_not_handed_over_twice()
    {
        EventLanes lanes = Make();
        _events.Before = async _ => await _gate.WaitAsync();
        for (ulong id = 1; id <= 40; id++)
        {
            _history.Add(Message(id) with { Content = "edited" });
            lanes.Of(1).PostMessage(Message(id));
        }

        lanes.Of(1).PostMessage(Message(40) with { IsEdit = true, Content = "edited" });
        _gate.Release(10_000);
        Dictionary<ulong, List<ulong>> byChannel = await CollectAsync(40);
        Assert.Equal(40, byChannel[10].Distinct().Count());
    }

    [Fact]
    public async Task Interactions_overtake_waiting_messages()
    {
        EventLanes lanes = Make();
        _events.Before = async _ => await _gate.WaitAsync();
        for (ulong id = 1; id <= 10; id++)
            lanes.Of(1).PostMessage(Message(id));
        using var rest = new RestClient(new DiscordOptions { Token = "t", RestUrl = "http://127.0.0.1:1/api/v10" }, new HttpClientHandler(), _time, NullLogger<RestClient>.Instance);
        var interaction = new Interaction
        {
            Id = new Snowflake(1), Kind = InteractionKind.Command, GuildId = new Snowflake(1), ChannelId = new Snowflake(1),
            User = new MessageAuthor { Id = new Snowflake(1), Username = "u" }, UserPermissions = GuildPermissions.None,
        };
        lanes.Of(1).PostEvent(new InteractionReceived(interaction, new InteractionResponder(rest, interaction, 1, "t", _time)));
        _gate.Release(100);
        List<PlatformEvent> seen = [];
        while (seen.Count < 11)
            seen.Add(await _events.NextAsync<PlatformEvent>());
        // At most the one that was in hand already stands before it.
        Assert.InRange(seen.FindIndex(one => one is InteractionReceived), 0, 1);
    }

    [Fact]
    public async Task A_handler_that_throws_ends_nothing()
    {
        EventLanes lanes = Make();
        _events.Before = handed => handed is MessageReceived { Message.Id.Value: 1 } ? throw new InvalidOperationException("scripted") : Task.CompletedTask;
        lanes.Of(1).PostMessage(Message(1));
        lanes.Of(1).PostMessage(Message(2));
        Assert.Equal(2UL, (await _events.NextAsync<MessageReceived>()).Message.Id.Value);
    }

    [Fact]
    public async Task Many_changes_of_a_guild_are_told_once_as_it_is_then()
    {
        var account = new BotAccount();
        var guilds = new GuildDirectory(account);
        EventLanes lanes = Make(guilds, account);
        _events.Before = async _ => await _gate.WaitAsync();
        lanes.Of(1).PostMessage(Message(1));
        for (int i = 1; i <= 100; i++)
        {
            guilds.Put(new GuildState { Id = 1, Name = $"name {i}", BotRoles = [] });
            lanes.Of(1).PostChange(justJoined: i == 1);
        }

        _gate.Release(200);
        await _events.NextAsync<MessageReceived>();
        GuildAvailable told = await _events.NextAsync<GuildAvailable>();
        Assert.Equal(("name 100", true), (told.Guild.Name, told.Guild.JustJoined));
        lanes.Of(1).PostMessage(Message(2));
        await _events.NextAsync<MessageReceived>();
        Assert.Empty(_events.Drain());
    }

    [Fact]
    public async Task The_total_of_all_guilds_is_bounded_too()
    {
        EventLanes lanes = Make();
        _events.Before = async _ => await _gate.WaitAsync();
        for (ulong guild = 1; guild <= 50; guild++)
        {
            for (ulong i = 1; i <= 10; i++)
            {
                ChatMessage message = Message((guild * 100) + i, channel: guild, guild: guild);
                _history.Add(message);
                lanes.Of(guild).PostMessage(message);
            }
        }

        Assert.InRange(lanes.Queued, 1, 64);
        _gate.Release(10_000);
        Assert.Equal(500, (await CollectAsync(500)).Values.Sum(ids => ids.Distinct().Count()));
    }

    private EventLanes Make(GuildDirectory? guilds = null, BotAccount? account = null)
    {
        account ??= new BotAccount();
        guilds ??= new GuildDirectory(account);
        var options = new DiscordOptions { Token = "t", RestUrl = "http://127.0.0.1:1/api/v10", GuildQueue = 16, TotalQueue = 64 };
        var rest = new RestClient(options, new HttpClientHandler(), _time, NullLogger<RestClient>.Instance);
        return new EventLanes(options, _events, guilds, account, new MemberDirectory(rest, _time), _history, _time, NullLogger<EventLanes>.Instance, _stop.Token);
    }

    private async Task<Dictionary<ulong, List<ulong>>> CollectAsync(int count)
    {
        Dictionary<ulong, List<ulong>> byChannel = [];
        for (int i = 0; i < count; i++)
        {
            ChatMessage message = (await _events.NextAsync<MessageReceived>()).Message;
            if (!byChannel.TryGetValue(message.ChannelId.Value, out List<ulong>? ids))
                byChannel[message.ChannelId.Value] = ids = [];
            ids.Add(message.Id.Value);
        }

        return byChannel;
    }

    private static ChatMessage Message(ulong id, ulong channel = 10, ulong guild = 1) => new()
    {
        Id = new Snowflake(id),
        GuildId = new Snowflake(guild),
        ChannelId = new Snowflake(channel),
        Author = new MessageAuthor { Id = new Snowflake(3), Username = "u" },
        Content = "text",
    };
}
