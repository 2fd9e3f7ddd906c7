using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord;
using ModBot.Sandbox;

namespace ModBot.Contracts;

/// <summary>What every client tells of what happens, over real sockets.</summary>
public abstract class PlatformEventContract
{
    [Fact]
    public async Task A_session_tells_who_the_bot_is_and_what_it_may_do_where()
    {
        await using ContractBot bot = await ContractBot.ConnectAsync(Add);
        (SessionReady ready, GuildSummary guild) = await bot.NextSessionAsync();
        Assert.Equal(SandboxIds.Bot, ready.BotUserId);
        Assert.Equal(SandboxIds.Bot, ready.ApplicationId);
        Assert.Equal("ModBot", ready.BotName);
        Assert.False(ready.Resumed);
        Assert.Equal(SandboxIds.Guild, guild.Id);
        Assert.Equal("ModBot sandbox", guild.Name);
        Assert.Equal(SandboxIds.Admin, guild.OwnerId);
        Assert.False(guild.JustJoined);
        Assert.Equal(["comments", "general", "mod-log", "review"], guild.Channels.Select(channel => channel.Name).Order(StringComparer.Ordinal));
        ChannelSummary review = guild.Channels.Single(channel => channel.Id == SandboxIds.Review);
        Assert.Equal("Messages that wait for a moderator's decision", review.Topic);
        Assert.True(review.BotPermissions.HasFlag(GuildPermissions.ManageMessages | GuildPermissions.SendMessages | GuildPermissions.ViewChannel));
    }

    [Fact]
    public async Task A_message_comes_with_its_author_and_context()
    {
        await using ContractBot bot = await StartAsync();
        bot.World.SetNick(SandboxIds.Noah, "Noah the Second");
        Snowflake asked = bot.World.PostMessage(SandboxIds.General, SandboxIds.Mia, "what do you think?").Message.Id;
        ChatMessage message = await bot.SeePostAsync(
            SandboxIds.General, SandboxIds.Noah, $"i agree with <@{SandboxIds.Mia}> and <@&{SandboxIds.ModeratorRole}>", new SandboxMessageOptions { ReplyTo = asked });
        Assert.Equal(SandboxIds.Guild, message.GuildId);
        Assert.Equal(SandboxIds.General, message.ChannelId);
        Assert.Null(message.ParentChannelId);
        Assert.Equal(19, message.Type);
        Assert.Equal("what do you think?", message.Context.RepliedTo);
        Assert.Equal("Anything goes, within reason", message.Context.Topic);
        Assert.Contains(SandboxIds.Mia, message.MentionedUsers);
        Assert.Equal([SandboxIds.ModeratorRole], message.MentionedRoles);
        Assert.Equal("noah", message.Author.Username);
        Assert.Equal("Noah", message.Author.GlobalName);
        Assert.Equal("Noah the Second", message.Author.DisplayName);
        Assert.Equal([SandboxIds.MemberRole], message.Author.RoleIds);
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), message.Author.JoinedAt);
        Assert.False(message.Author.IsModerator);
        Assert.False(message.Author.IsBot);
        Assert.False(message.Author.HasAvatar);
    }

    [Fact]
    public async Task Moderators_and_the_owner_are_known_as_such()
    {
        await using ContractBot bot = await StartAsync();
        Assert.True((await bot.SeePostAsync(SandboxIds.General, SandboxIds.Mia, "calm down")).Author.IsModerator);
        Assert.True((await bot.SeePostAsync(SandboxIds.General, SandboxIds.Admin, "please")).Author.IsModerator);
        Assert.False((await bot.SeePostAsync(SandboxIds.General, SandboxIds.Zoe, "ok")).Author.IsModerator);
    }

    [Fact]
    public async Task Roles_are_those_of_the_moment()
    {
        await using ContractBot bot = await StartAsync();
        Assert.False((await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "before")).Author.IsModerator);
        bot.World.SetRoles(SandboxIds.Noah, SandboxIds.ModeratorRole);
        MessageAuthor after = (await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "after")).Author;
        Assert.Equal([SandboxIds.ModeratorRole], after.RoleIds);
        Assert.True(after.IsModerator);
    }

    [Fact]
    public async Task Every_surface_of_a_message_is_told()
    {
        await using ContractBot bot = await StartAsync();
        const string body = """
            {
              "embeds": [{"title":"T","description":"D","url":"https://one.example/","author":{"name":"A","url":"https://two.example/"},"footer":{"text":"F"},"fields":[{"name":"N1","value":"V1"},{"name":"N2","value":"V2"}]},{"title":"second"}],
              "poll": {"question":{"text":"Which?"},"answers":[{"poll_media":{"text":"this"}},{"poll_media":{"text":"that"}}]},
              "components": [{"type":1,"components":[{"type":2,"style":5,"label":"Free nitro","url":"https://three.example/"}]}]
            }
            """;
        var file = new SandboxFile("cards.png", "image/png", new byte[] { 1, 2, 3 });
        ChatMessage message = await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "look", new SandboxMessageOptions { Json = body, Files = [file] });
        Assert.Equal(["T", "D", "A", "F", "N1", "V1", "N2", "V2"], message.Embeds[0].Texts);
        Assert.Equal(["https://one.example/", "https://two.example/"], message.Embeds[0].Urls);
        Assert.Equal(["second"], message.Embeds[1].Texts);
        MessageAttachment attachment = Assert.Single(message.Attachments);
        Assert.Equal(("cards.png", "image/png", 3L), (attachment.FileName, attachment.ContentType, attachment.Size));
        Assert.Equal("Which?", message.Poll?.Question);
        Assert.Equal(["this", "that"], message.Poll?.Answers ?? []);
        Assert.Contains("Free nitro", message.ComponentTexts);
    }

    [Fact]
    public async Task A_forward_carries_what_it_forwards()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake source = bot.World.PostMessage(SandboxIds.Comments, SandboxIds.Zoe, "claim your gift").Message.Id;
        ChatMessage message = await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "", new SandboxMessageOptions { Forward = (SandboxIds.Comments, source) });
        Assert.Equal("claim your gift", Assert.Single(message.Forwards).Content);
    }

    [Fact]
    public async Task A_message_in_a_thread_names_its_parent()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake thread = bot.World.EnsureThread(SandboxIds.Comments, "side talk", SandboxIds.Noah);
        ChatMessage message = await bot.SeePostAsync(thread, SandboxIds.Noah, "in here");
        Assert.Equal(thread, message.ChannelId);
        Assert.Equal(SandboxIds.Comments, message.ParentChannelId);
        Assert.Equal("Reader comments on the article, as they came in", message.Context.Topic);
    }

    [Fact]
    public async Task Edits_and_resolved_embeds_come_as_edits()
    {
        await using ContractBot bot = await StartAsync();
        ChatMessage posted = await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "see https://one.example/");
        bot.World.ResolveEmbeds(SandboxIds.General, posted.Id, """[{"type":"link","title":"Free gifts","url":"https://one.example/"}]""");
        ChatMessage resolved = (await bot.NextAsync<MessageReceived>(seen => seen.Message.IsEdit)).Message;
        Assert.Equal(posted.Id, resolved.Id);
        Assert.Null(resolved.EditedAt);
        Assert.Equal(["Free gifts"], Assert.Single(resolved.Embeds).Texts);
        Assert.Equal([SandboxIds.MemberRole], resolved.Author.RoleIds);
        bot.World.EditMessage(SandboxIds.General, posted.Id, SandboxIds.Noah, "something else");
        ChatMessage edited = (await bot.NextAsync<MessageReceived>(seen => seen.Message.IsEdit)).Message;
        Assert.Equal("something else", edited.Content);
        Assert.NotNull(edited.EditedAt);
    }

    [Fact]
    public async Task Deletions_are_told()
    {
        await using ContractBot bot = await StartAsync();
        ChatMessage posted = await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "gone soon");
        bot.World.DeleteMessage(SandboxIds.General, posted.Id, SandboxIds.Noah);
        MessagesDeleted deleted = await bot.NextAsync<MessagesDeleted>(_ => true);
        Assert.Equal([posted.Id], deleted.MessageIds);
        Assert.Equal((SandboxIds.Guild, SandboxIds.General), (deleted.GuildId, deleted.ChannelId));
    }

    [Fact]
    public async Task Members_come_and_go()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake user = bot.World.EnsureMember("Newcomer");
        MemberJoined joined = await bot.NextAsync<MemberJoined>(_ => true);
        Assert.Equal((user, SandboxIds.Guild), (joined.Member.Id, joined.GuildId));
        bot.World.Leave(user);
        Assert.Equal(user, (await bot.NextAsync<MemberLeft>(_ => true)).UserId);
    }

    [Fact]
    public async Task A_new_channel_is_told_of()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake channel = bot.World.EnsureChannel("fresh", "a new topic");
        await bot.NextAsync<GuildAvailable>(seen => seen.Guild.Channels.Any(one => one.Id == channel && one.Topic == "a new topic"));
        Assert.Equal("a new topic", (await bot.SeePostAsync(channel, SandboxIds.Noah, "first")).Context.Topic);
    }

    [Fact]
    public async Task The_bots_own_messages_are_not_told()
    {
        await using ContractBot bot = await StartAsync();
        (ActionOutcome outcome, Snowflake? own) = await bot.Platform.PostAsync(SandboxIds.General, new OutgoingMessage { Content = "mine" }, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        Snowflake marker = bot.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "marker").Message.Id;
        Assert.NotEqual(own, (await bot.NextAsync<MessageReceived>(_ => true)).Message.Id);
        Assert.NotEqual(default, marker);
    }

    [Fact]
    public async Task A_direct_message_has_no_guild()
    {
        await using ContractBot bot = await ContractBot.StartAsync(Add, discord: options => options with { Intents = options.Intents | ModBot.Discord.Gateway.GatewayIntents.DirectMessages });
        bot.World.PostDirectMessage(SandboxIds.Noah, "hello bot");
        ChatMessage message = (await bot.NextAsync<MessageReceived>(_ => true)).Message;
        Assert.Equal(default, message.GuildId);
        Assert.Equal("hello bot", message.Content);
    }

    [Fact]
    public async Task Messages_of_a_channel_come_in_order()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake[] posted = [.. Enumerable.Range(0, 60).Select(i => bot.World.PostMessage(SandboxIds.General, SandboxIds.Noah, $"line {i}").Message.Id)];
        foreach (Snowflake id in posted)
            Assert.Equal(id, (await bot.NextAsync<MessageReceived>(_ => true)).Message.Id);
    }

    /// <summary>Registers the client under test.</summary>
    protected abstract void Add(IServiceCollection services, DiscordOptions options);

    private Task<ContractBot> StartAsync() => ContractBot.StartAsync(Add);
}
