using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Gateway;

public sealed class GuildEventsTests
{
    private readonly FastTimeProvider _fast = new(10);

    [Theory]
    [InlineData("""[{"id":"1000","unavailable":true}]""", false)]
    [InlineData("[]", true)]
    public async Task A_guild_that_the_session_did_not_list_was_just_joined(string listed, bool justJoined)
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync(guilds: listed);
        await peer.DispatchAsync("GUILD_CREATE", Samples.Guild);
        GuildSummary guild = (await client.Events.NextAsync<GuildAvailable>()).Guild;
        Assert.Equal(justJoined, guild.JustJoined);
        ChannelSummary channel = Assert.Single(guild.Channels);
        Assert.Equal((1002UL, "general", "the topic"), (channel.Id.Value, channel.Name, channel.Topic));
        Assert.True(channel.BotPermissions.HasFlag(GuildPermissions.ManageMessages));
        Assert.Equal(2000UL, guild.OwnerId!.Value.Value);
    }

    [Fact]
    public async Task Changes_of_channels_and_roles_are_told()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync();
        await peer.DispatchAsync("GUILD_CREATE", Samples.Guild);
        await client.Events.NextAsync<GuildAvailable>();

        await peer.DispatchAsync("CHANNEL_CREATE", """{"id":"1010","guild_id":"1000","type":0,"name":"new"}""");
        Assert.Equal(["general", "new"], await ChannelsAsync(client));
        await peer.DispatchAsync("CHANNEL_UPDATE", """{"id":"1010","guild_id":"1000","type":5,"name":"renamed"}""");
        Assert.Equal(["general", "renamed"], await ChannelsAsync(client));
        await peer.DispatchAsync("CHANNEL_DELETE", """{"id":"1010","guild_id":"1000","type":5}""");
        Assert.Equal(["general"], await ChannelsAsync(client));
        await peer.DispatchAsync("GUILD_ROLE_UPDATE", """{"guild_id":"1000","role":{"id":"1001","permissions":"1024","position":5}}""");
        Assert.False((await client.Events.NextAsync<GuildAvailable>()).Guild.Channels[0].BotPermissions.HasFlag(GuildPermissions.ManageMessages));
        await peer.DispatchAsync("GUILD_MEMBER_UPDATE", $$$"""{"guild_id":"1000","user":{"id":"{{{ScriptedDiscord.BotId}}}"},"roles":["1003"]}""");
        Assert.True((await client.Events.NextAsync<GuildAvailable>()).Guild.Channels[0].BotPermissions.HasFlag(GuildPermissions.ManageMessages));
        await peer.DispatchAsync("GUILD_ROLE_DELETE", """{"guild_id":"1000","role_id":"1003"}""");
        Assert.False((await client.Events.NextAsync<GuildAvailable>()).Guild.Channels[0].BotPermissions.HasFlag(GuildPermissions.ManageMessages));
        await peer.DispatchAsync("GUILD_UPDATE", """{"id":"1000","name":"Renamed","owner_id":"2001"}""");
        GuildSummary renamed = (await client.Events.NextAsync<GuildAvailable>()).Guild;
        Assert.Equal(("Renamed", 2001UL, 1), (renamed.Name, renamed.OwnerId!.Value.Value, renamed.Channels.Count));
    }

    [Fact]
    public async Task An_outage_is_not_told_and_a_removal_is()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync();
        await peer.DispatchAsync("GUILD_CREATE", Samples.Guild);
        await peer.DispatchAsync("GUILD_DELETE", """{"id":"1000","unavailable":true}""");
        await peer.DispatchAsync("GUILD_CREATE", """{"id":"1000","unavailable":true}""");
        await peer.DispatchAsync("GUILD_CREATE", Samples.Guild);
        await peer.DispatchAsync("GUILD_DELETE", """{"id":"1000"}""");
        await client.Events.NextAsync<GuildLeft>();
        await peer.DispatchAsync("GUILD_CREATE", Samples.Guild);
        Assert.True((await client.Events.NextAsync<GuildAvailable>()).Guild.JustJoined);
    }

    [Fact]
    public async Task Members_who_join_and_leave_are_told()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync();
        await peer.DispatchAsync("GUILD_MEMBER_ADD", """{"guild_id":"1000","user":{"id":"5","username":"u","global_name":"G","avatar":null},"roles":[],"joined_at":"2024-01-01T00:00:00+00:00"}""");
        MemberJoined joined = await client.Events.NextAsync<MemberJoined>();
        Assert.True(joined.Member is { Id.Value: 5, GlobalName: "G", HasAvatar: false } && joined.GuildId.Value == 1000);
        await peer.DispatchAsync("GUILD_MEMBER_REMOVE", """{"guild_id":"1000","user":{"id":"5","username":"u"}}""");
        Assert.Equal(5UL, (await client.Events.NextAsync<MemberLeft>()).UserId.Value);
    }

    [Theory]
    [InlineData("MESSAGE_DELETE", "\"id\":\"7\"", 1)]
    [InlineData("MESSAGE_DELETE_BULK", "\"ids\":[\"7\",8,\"9\"]", 3)]
    public async Task Deletions_are_told(string name, string ids, int count)
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync();
        await peer.DispatchAsync(name, $$"""{"guild_id":"1000","channel_id":"1002",{{ids}}}""");
        MessagesDeleted deleted = await client.Events.NextAsync<MessagesDeleted>();
        Assert.Equal((count, 7UL, 1002UL), (deleted.MessageIds.Count, deleted.MessageIds[0].Value, deleted.ChannelId.Value));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("524288", false)]
    public async Task Withheld_content_is_told_once_and_only_where_the_intent_is_off(string flags, bool isTold)
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync(flags: flags);
        for (int id = 1; id <= 3; id++)
            await peer.DispatchAsync("MESSAGE_CREATE", $$$"""{"id":"{{{id}}}","channel_id":"1002","guild_id":"1000","author":{"id":"5","username":"u"},"content":"","type":0}""");
        List<PlatformEvent> seen = [];
        while (seen.Count(one => one is MessageReceived) < 3)
            seen.Add(await client.Events.NextAsync<PlatformEvent>());
        Assert.Equal(isTold ? 1 : 0, seen.Count(one => one is MessageContentMissing));
    }

    [Fact]
    public async Task After_a_lost_session_what_was_posted_meanwhile_is_read_and_handed_over_once()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        server.OnRequest = request => request switch
        {
            { Method: "GET", Path: "channels/1002/messages", Query: "?after=501&limit=100" } => ScriptedReply.Json("""
                [{"id":"504","channel_id":"1002","content":"third","author":{"id":"5","username":"u"},"type":0},
                 {"id":"503","channel_id":"1002","content":"own","author":{"id":"900000000000000001","username":"modbot"},"type":0},
                 {"id":"502","channel_id":"1002","content":"second","author":{"id":"5","username":"u"},"type":0}]
                """),
            _ => null,
        };
        await using RunningClient client = RunningClient.Start(server, time: _fast);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync(guilds: """[{"id":"1000"}]""");
        await peer.DispatchAsync("GUILD_CREATE", Samples.Guild);
        await peer.DispatchAsync("MESSAGE_CREATE", Text(501, "first"));
        Assert.Equal("first", (await client.Events.NextAsync<MessageReceived>()).Message.Content);
        await peer.CloseAsync(4009);

        GatewayPeer next = await server.AcceptAsync();
        await next.BeginAsync(guilds: """[{"id":"1000"}]""", session: "session-2");
        await next.DispatchAsync("GUILD_CREATE", Samples.Guild.Replace("\"last_message_id\":null", "\"last_message_id\":\"504\"", StringComparison.Ordinal));
        await next.DispatchAsync("MESSAGE_CREATE", Text(504, "third"));
        await next.DispatchAsync("MESSAGE_CREATE", Text(505, "fourth"));
        List<string> read = [];
        for (int i = 0; i < 3; i++)
            read.Add((await client.Events.NextAsync<MessageReceived>()).Message.Content);
        Assert.Equal(["second", "third", "fourth"], read);
        await client.StopAsync();
        Assert.DoesNotContain(client.Events.Drain(), one => one is MessageReceived);
    }

    [Fact]
    public async Task A_guild_that_the_new_session_does_not_list_was_left()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server, time: _fast);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync(guilds: """[{"id":"1000"},{"id":"1999"}]""");
        await peer.DispatchAsync("GUILD_CREATE", Samples.Guild);
        await client.Events.NextAsync<GuildAvailable>();
        await peer.CloseAsync(4009);
        await (await server.AcceptAsync()).BeginAsync(guilds: """[{"id":"1999"}]""", session: "session-2");
        Assert.Equal(1000UL, (await client.Events.NextAsync<GuildLeft>()).GuildId.Value);
    }

    [Fact]
    public async Task Where_the_guild_does_not_list_the_bot_its_roles_are_asked_for()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        server.OnRequest = request => request.Path == $"guilds/1000/members/{ScriptedDiscord.BotId}" ? ScriptedReply.Json("""{"user":{"id":"1"},"roles":["1001"],"joined_at":"2020-01-01T00:00:00+00:00"}""") : null;
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync();
        await peer.DispatchAsync("GUILD_CREATE", Samples.Guild.Replace(ScriptedDiscord.BotId.ToString(), "123", StringComparison.Ordinal));
        Assert.True((await client.Events.NextAsync<GuildAvailable>()).Guild.Channels[0].BotPermissions.HasFlag(GuildPermissions.ManageMessages));
    }

    [Fact]
    public async Task Threads_are_known_until_they_are_archived()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync();
        await peer.DispatchAsync("GUILD_CREATE", Samples.Guild);
        await peer.DispatchAsync("THREAD_CREATE", """{"id":"1020","guild_id":"1000","parent_id":"1002","type":11,"name":"new","newly_created":true}""");
        await peer.DispatchAsync("MESSAGE_CREATE", Text(1, "a").Replace("1002", "1020", StringComparison.Ordinal));
        ChatMessage known = (await client.Events.NextAsync<MessageReceived>()).Message;
        Assert.Equal((1002UL, "the topic"), (known.ParentChannelId!.Value.Value, known.Context.Topic));
        await peer.DispatchAsync("THREAD_UPDATE", """{"id":"1020","guild_id":"1000","parent_id":"1002","type":11,"name":"new","thread_metadata":{"archived":true}}""");
        await peer.DispatchAsync("MESSAGE_CREATE", Text(2, "b").Replace("1002", "1020", StringComparison.Ordinal));
        Assert.Null((await client.Events.NextAsync<MessageReceived>()).Message.ParentChannelId);
        await peer.DispatchAsync("THREAD_LIST_SYNC", """{"guild_id":"1000","threads":[{"id":"1020","parent_id":"1002","type":11,"name":"new"}],"members":[]}""");
        await peer.DispatchAsync("MESSAGE_CREATE", Text(3, "c").Replace("1002", "1020", StringComparison.Ordinal));
        Assert.NotNull((await client.Events.NextAsync<MessageReceived>()).Message.ParentChannelId);
    }

    private static async Task<IEnumerable<string>> ChannelsAsync(RunningClient client) =>
        (await client.Events.NextAsync<GuildAvailable>()).Guild.Channels.Select(channel => channel.Name);

    private static string Text(int id, string content) =>
        $$$"""{"id":"{{{id}}}","channel_id":"1002","guild_id":"1000","author":{"id":"5","username":"u"},"member":{"roles":[],"joined_at":"2020-01-01T00:00:00+00:00"},"content":{{{JsonSerializer.Serialize(content)}}},"type":0}""";
}
