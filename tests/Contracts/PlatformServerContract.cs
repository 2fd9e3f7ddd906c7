using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord;
using ModBot.Sandbox;

namespace ModBot.Contracts;

/// <summary>What every client does to members, channels, threads and invites beside punishing, and what it reads before.</summary>
public abstract class PlatformServerContract
{
    private const GuildPermissions Writing = GuildPermissions.SendMessages | GuildPermissions.SendMessagesInThreads | GuildPermissions.AddReactions;

    [Fact]
    public async Task A_member_is_read_as_they_are_now()
    {
        await using ContractBot bot = await StartAsync();
        bot.World.SetNick(SandboxIds.Noah, "No");
        DateTimeOffset until = TimeProvider.System.GetUtcNow().AddHours(1);
        bot.World.SetTimeout(SandboxIds.Noah, until);
        GuildMember noah = await ReadAsync(bot, SandboxIds.Noah);
        Assert.Equal(("No", false, false, false, true), (noah.Nickname, noah.IsOwner, noah.IsSelf, noah.IsBot, noah.IsBelowBot));
        Assert.Equal([SandboxIds.MemberRole], noah.RoleIds);
        Assert.False(noah.Permissions.HasFlag(GuildPermissions.ManageMessages));
        Assert.InRange(noah.TimedOutUntil!.Value, until.AddSeconds(-2), until.AddSeconds(2));
        GuildMember mia = await ReadAsync(bot, SandboxIds.Mia);
        Assert.True(mia.Permissions.HasFlag(GuildPermissions.ManageMessages));
        GuildMember admin = await ReadAsync(bot, SandboxIds.Admin);
        Assert.Equal((true, false), (admin.IsOwner, admin.IsBelowBot));
        GuildMember self = await ReadAsync(bot, SandboxIds.Bot);
        Assert.Equal((true, true), (self.IsSelf, self.IsBot));
        (ActionOutcome outcome, GuildMember? nobody) = await bot.Platform.ReadMemberAsync(SandboxIds.Guild, new Snowflake(123_456_789_012_345_678), CancellationToken.None);
        Assert.Equal((OutcomeKind.NotFound, null), (outcome.Kind, nobody));
    }

    [Fact]
    public async Task A_message_is_read_with_its_authors_membership_and_only_in_its_own_server()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake posted = bot.World.PostMessage(SandboxIds.General, SandboxIds.Mia, "look at this").Message.Id;
        (ActionOutcome outcome, ChatMessage? message) = await bot.Platform.ReadMessageAsync(SandboxIds.Guild, SandboxIds.General, posted, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        Assert.Equal(("look at this", SandboxIds.Guild, SandboxIds.General, true), (message!.Content, message.GuildId, message.ChannelId, message.Author.IsModerator));
        Assert.NotNull(message.Author.JoinedAt);
        Assert.Equal(OutcomeKind.NotFound, (await bot.Platform.ReadMessageAsync(SandboxIds.Guild, SandboxIds.General, new Snowflake(posted.Value + 1), CancellationToken.None)).Outcome.Kind);
        Assert.Equal(OutcomeKind.NotFound, (await bot.Platform.ReadMessageAsync(new Snowflake(123_456_789_012_345_678), SandboxIds.General, posted, CancellationToken.None)).Outcome.Kind);
        Assert.Equal(OutcomeKind.NotFound, (await bot.Platform.ReadMessageAsync(SandboxIds.Guild, new Snowflake(123_456_789_012_345_678), posted, CancellationToken.None)).Outcome.Kind);
    }

    [Fact]
    public async Task A_channel_is_read_backwards_page_by_page()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake[] posted = [.. Enumerable.Range(0, 25).Select(i => bot.World.PostMessage(SandboxIds.General, SandboxIds.Noah, $"line {i}").Message.Id)];
        (ActionOutcome outcome, MessagePage first) = await bot.Platform.ReadBackAsync(SandboxIds.Guild, SandboxIds.General, new Snowflake(posted[^1].Value + 1), 10, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        Assert.Equal(posted.Reverse().Take(10), first.Messages.Select(message => message.Id));
        Assert.All(first.Messages, message => Assert.NotNull(message.Author.JoinedAt));
        (_, MessagePage second) = await bot.Platform.ReadBackAsync(SandboxIds.Guild, SandboxIds.General, first.Older!.Value, 100, CancellationToken.None);
        Assert.Equal(posted.Reverse().Skip(10), second.Messages.Select(message => message.Id).Take(15));
        Assert.Null(second.Older);
        Assert.Equal(OutcomeKind.NotFound, (await bot.Platform.ReadBackAsync(new Snowflake(123_456_789_012_345_678), SandboxIds.General, posted[^1], 10, CancellationToken.None)).Outcome.Kind);
    }

    [Fact]
    public async Task Roles_and_channels_are_named()
    {
        await using ContractBot bot = await StartAsync();
        (ActionOutcome outcome, IReadOnlyList<NamedId> names) = await bot.Platform.ReadNamesAsync(SandboxIds.Guild, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        Assert.Contains(names, name => name.Kind == NamedKind.Channel && name.Id == SandboxIds.General && name.Name == "general");
        Assert.Contains(names, name => name.Kind == NamedKind.Role && name.Id == SandboxIds.MemberRole && name.Name.Length > 0);
        Assert.Empty((await bot.Platform.ReadNamesAsync(new Snowflake(123_456_789_012_345_678), CancellationToken.None)).Names);
    }

    [Fact]
    public async Task A_nickname_is_set_and_taken_away()
    {
        await using ContractBot bot = await StartAsync();
        Assert.Equal(ActionOutcome.Done, await bot.Platform.SetNicknameAsync(SandboxIds.Guild, SandboxIds.Noah, "Quiet", "name", CancellationToken.None));
        Assert.Equal("Quiet", bot.World.Member(SandboxIds.Noah)!.Nick);
        Assert.Equal(ActionOutcome.Done, await bot.Platform.SetNicknameAsync(SandboxIds.Guild, SandboxIds.Noah, null, "name", CancellationToken.None));
        Assert.Null(bot.World.Member(SandboxIds.Noah)!.Nick);
        Assert.Equal(OutcomeKind.Forbidden, (await bot.Platform.SetNicknameAsync(SandboxIds.Guild, SandboxIds.Admin, "Below", "name", CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task A_channel_is_slowed_down_and_read_back()
    {
        await using ContractBot bot = await StartAsync();
        Assert.Equal(TimeSpan.Zero, (await ChannelAsync(bot, SandboxIds.General)).Slowmode);
        Assert.Equal(ActionOutcome.Done, await bot.Platform.SetSlowmodeAsync(SandboxIds.Guild, SandboxIds.General, TimeSpan.FromSeconds(30), "raid", CancellationToken.None));
        Assert.Equal(TimeSpan.FromSeconds(30), (await ChannelAsync(bot, SandboxIds.General)).Slowmode);
        Assert.Equal(ActionOutcome.Done, await bot.Platform.SetSlowmodeAsync(SandboxIds.Guild, SandboxIds.General, TimeSpan.FromDays(1), "raid", CancellationToken.None));
        Assert.Equal(TimeSpan.FromHours(6), (await ChannelAsync(bot, SandboxIds.General)).Slowmode);
    }

    [Fact]
    public async Task A_channel_is_locked_for_everyone_and_opened_again()
    {
        await using ContractBot bot = await StartAsync();
        Assert.Null((await ChannelAsync(bot, SandboxIds.General)).Everyone);
        var locked = new ChannelOverwrite(GuildPermissions.ViewChannel, Writing);
        Assert.Equal(ActionOutcome.Done, await bot.Platform.SetOverwriteAsync(SandboxIds.Guild, SandboxIds.General, SandboxIds.Guild, locked, "raid", CancellationToken.None));
        Assert.Equal(locked, (await ChannelAsync(bot, SandboxIds.General)).Everyone);
        Assert.Equal(0UL, (ulong)bot.World.PermissionsOf(SandboxIds.Noah, SandboxIds.General) & (ulong)Writing);
        for (int round = 0; round < 2; round++)
            Assert.Equal(ActionOutcome.Done, await bot.Platform.SetOverwriteAsync(SandboxIds.Guild, SandboxIds.General, SandboxIds.Guild, null, "over", CancellationToken.None));
        Assert.Null((await ChannelAsync(bot, SandboxIds.General)).Everyone);
        Assert.NotEqual(0UL, (ulong)bot.World.PermissionsOf(SandboxIds.Noah, SandboxIds.General) & (ulong)GuildPermissions.SendMessages);
    }

    [Fact]
    public async Task An_invite_is_read_as_to_where_it_leads()
    {
        await using ContractBot bot = await StartAsync();
        string code = bot.World.MakeInvite(SandboxIds.General, "aBc123");
        (ActionOutcome outcome, InviteTarget? target) = await bot.Platform.ReadInviteAsync(code, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        Assert.Equal(new InviteTarget(SandboxIds.Guild, IsGroup: false), target);
        (outcome, target) = await bot.Platform.ReadInviteAsync("no such/code", CancellationToken.None);
        Assert.Equal((OutcomeKind.NotFound, null), (outcome.Kind, target));
    }

    [Fact]
    public async Task Invites_are_stopped_for_at_most_a_day_and_opened_again()
    {
        await using ContractBot bot = await StartAsync();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        Assert.Equal(ActionOutcome.Done, await bot.Platform.PauseInvitesAsync(SandboxIds.Guild, now.AddHours(1), "raid", CancellationToken.None));
        Assert.InRange(bot.World.InvitesPausedUntil!.Value, now.AddMinutes(59), now.AddMinutes(61));
        Assert.Equal(ActionOutcome.Done, await bot.Platform.PauseInvitesAsync(SandboxIds.Guild, now.AddDays(3), "raid", CancellationToken.None));
        Assert.InRange(bot.World.InvitesPausedUntil!.Value, now.AddHours(23), now.AddHours(25));
        Assert.Equal(ActionOutcome.Done, await bot.Platform.PauseInvitesAsync(SandboxIds.Guild, null, "over", CancellationToken.None));
        Assert.Null(bot.World.InvitesPausedUntil);
    }

    [Fact]
    public async Task Threads_are_started_once_on_a_message_archived_and_opened()
    {
        await using ContractBot bot = await StartAsync();
        ChatMessage message = await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "let us talk");
        (ActionOutcome outcome, Snowflake? thread) = await bot.Platform.StartThreadAsync(SandboxIds.Guild, SandboxIds.General, message.Id, "Talk with Noah", "talk", CancellationToken.None);
        Assert.Equal((ActionOutcome.Done, message.Id), (outcome, thread));
        Assert.Equal((ActionOutcome.Done, message.Id), await bot.Platform.StartThreadAsync(SandboxIds.Guild, SandboxIds.General, message.Id, "Talk with Noah", "talk", CancellationToken.None));
        (ActionOutcome beside, Snowflake? second) = await bot.Platform.StartThreadAsync(SandboxIds.Guild, SandboxIds.General, null, "Beside", "talk", CancellationToken.None);
        Assert.True(beside.IsDone, beside.Detail);
        Assert.NotEqual(thread, second);
        Assert.Equal(ActionOutcome.Done, await bot.Platform.SetArchivedAsync(SandboxIds.Guild, second!.Value, archived: true, locked: true, "over", CancellationToken.None));
        GuildChannel closed = await ChannelAsync(bot, second.Value);
        Assert.Equal((true, SandboxIds.General, true, true), (closed.IsThread, closed.ParentId, closed.IsArchived, closed.IsLocked));
        Assert.Equal(ActionOutcome.Done, await bot.Platform.SetArchivedAsync(SandboxIds.Guild, second.Value, archived: false, locked: false, "again", CancellationToken.None));
        GuildChannel open = await ChannelAsync(bot, second.Value);
        Assert.Equal((false, false), (open.IsArchived, open.IsLocked));
    }

    [Fact]
    public async Task A_message_is_posted_again_under_its_authors_name_and_pings_nobody()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake thread = bot.World.EnsureThread(SandboxIds.General, "aside", SandboxIds.Noah);
        await bot.SeePostAsync(thread, SandboxIds.Noah, "the thread has arrived");
        foreach (Snowflake channel in (Snowflake[])[SandboxIds.General, SandboxIds.General, thread])
        {
            (ActionOutcome outcome, Snowflake? id) = await bot.Platform.PostAsAsync(
                SandboxIds.Guild, channel, new WebhookPost("Noah of Discord", new Uri("https://cdn.example/a.png"), $"back again @everyone <@{SandboxIds.Mia}>"), CancellationToken.None);
            Assert.True(outcome.IsDone, outcome.Detail);
            SandboxMessage posted = bot.World.FindMessage(channel, id!.Value)!;
            Assert.StartsWith("back again", posted.Content, StringComparison.Ordinal);
            Assert.Equal("Noah of Discord", posted.AuthorName.Replace("\u2060", "", StringComparison.Ordinal));
            JsonNode json = JsonNode.Parse(posted.Json)!;
            Assert.Empty(json["mentions"]!.AsArray());
            Assert.False(json["mention_everyone"]!.GetValue<bool>());
        }

        Assert.Equal(1, bot.World.Calls.Count(call => call.Method == "POST" && call.Path.EndsWith("/webhooks", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_the_role_that_is_named_is_pinged()
    {
        await using ContractBot bot = await StartAsync();
        var message = new OutgoingMessage { Content = $"<@&{SandboxIds.ModeratorRole}> <@&{SandboxIds.MemberRole}> <@{SandboxIds.Noah}> @everyone look", PingRoles = [SandboxIds.ModeratorRole] };
        Snowflake id = (await bot.Platform.PostAsync(SandboxIds.Review, message, CancellationToken.None)).MessageId!.Value;
        JsonNode json = JsonNode.Parse(bot.World.FindMessage(SandboxIds.Review, id)!.Json)!;
        Assert.Equal(SandboxIds.ModeratorRole.ToString(), Assert.Single(json["mention_roles"]!.AsArray())!.GetValue<string>());
        Assert.Empty(json["mentions"]!.AsArray());
        Assert.False(json["mention_everyone"]!.GetValue<bool>());
    }

    /// <summary>Registers the client under test.</summary>
    protected abstract void Add(IServiceCollection services, DiscordOptions options);

    private static async Task<GuildMember> ReadAsync(ContractBot bot, Snowflake user)
    {
        (ActionOutcome outcome, GuildMember? member) = await bot.Platform.ReadMemberAsync(SandboxIds.Guild, user, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        return member!;
    }

    private static async Task<GuildChannel> ChannelAsync(ContractBot bot, Snowflake channel)
    {
        (ActionOutcome outcome, GuildChannel? found) = await bot.Platform.ReadChannelAsync(SandboxIds.Guild, channel, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        return found!;
    }

    private Task<ContractBot> StartAsync() => ContractBot.StartAsync(Add);
}
