using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Platform;
using ModBot.Discord;
using ModBot.Sandbox;

namespace ModBot.Contracts;

/// <summary>What every client tells of members, threads, moderators and AutoMod, over real sockets.</summary>
public abstract class PlatformModerationContract
{
    [Fact]
    public async Task A_changed_member_is_told_with_their_new_names_and_roles()
    {
        await using ContractBot bot = await StartAsync();
        bot.World.SetNick(SandboxIds.Noah, "Noah the Second");
        MessageAuthor renamed = (await bot.NextAsync<MemberUpdated>(_ => true)).Member;
        Assert.Equal((SandboxIds.Noah, "noah", "Noah", "Noah the Second", false), (renamed.Id, renamed.Username, renamed.GlobalName, renamed.Nickname, renamed.IsModerator));
        bot.World.SetRoles(SandboxIds.Noah, SandboxIds.ModeratorRole);
        MessageAuthor promoted = (await bot.NextAsync<MemberUpdated>(_ => true)).Member;
        Assert.Equal([SandboxIds.ModeratorRole], promoted.RoleIds);
        Assert.True(promoted.IsModerator);
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), promoted.JoinedAt);
    }

    [Fact]
    public async Task What_moderators_do_to_members_is_told_from_the_audit_log()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake user = bot.World.EnsureMember("Troublemaker");
        bot.World.Kick(SandboxIds.Mia, user, "rude");
        AuditEntry kick = (await bot.NextAsync<AuditEntryWritten>(_ => true)).Entry;
        Assert.Equal((ModeratorAction.Kick, SandboxIds.Mia, user, "rude"), (kick.Action, kick.ModeratorId, kick.TargetId, kick.Reason));

        user = bot.World.EnsureMember("Troublemaker");
        bot.World.Ban(SandboxIds.Mia, user);
        Assert.Equal(user, (await bot.NextAsync<UserBanned>(_ => true)).User.Id);
        Assert.Equal(ModeratorAction.Ban, (await bot.NextAsync<AuditEntryWritten>(_ => true)).Entry.Action);
        bot.World.Unban(SandboxIds.Mia, user);
        Assert.Equal(user, (await bot.NextAsync<UserUnbanned>(_ => true)).User.Id);
        Assert.Equal(ModeratorAction.Unban, (await bot.NextAsync<AuditEntryWritten>(_ => true)).Entry.Action);
    }

    [Fact]
    public async Task A_timeout_is_told_with_its_end_and_its_lifting_as_such()
    {
        await using ContractBot bot = await StartAsync();
        DateTimeOffset until = TimeProvider.System.GetUtcNow().AddHours(1);
        Assert.True((await bot.Platform.TimeoutAsync(SandboxIds.Guild, SandboxIds.Noah, until, "enough", CancellationToken.None)).IsDone);
        AuditEntry timeout = (await bot.NextAsync<AuditEntryWritten>(_ => true)).Entry;
        Assert.Equal((ModeratorAction.Timeout, SandboxIds.Bot, SandboxIds.Noah, "enough"), (timeout.Action, timeout.ModeratorId, timeout.TargetId, timeout.Reason));
        Assert.InRange(timeout.Until!.Value, until.AddSeconds(-1), until.AddSeconds(1));
        Assert.True((await bot.Platform.TimeoutAsync(SandboxIds.Guild, SandboxIds.Noah, null, "", CancellationToken.None)).IsDone);
        AuditEntry lifted = (await bot.NextAsync<AuditEntryWritten>(_ => true)).Entry;
        Assert.Equal((ModeratorAction.TimeoutLifted, (DateTimeOffset?)null), (lifted.Action, lifted.Until));
    }

    [Fact]
    public async Task A_thread_is_told_of_from_its_opening_to_its_end()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake thread = bot.World.EnsureThread(SandboxIds.Comments, "side talk", SandboxIds.Noah);
        ThreadChanged opened = await bot.NextAsync<ThreadChanged>(_ => true);
        Assert.Equal((OccurrenceKinds.ThreadCreated, thread, SandboxIds.Comments, SandboxIds.Noah, "side talk"), (opened.Change, opened.Thread.Id, opened.Thread.ParentChannelId, opened.Thread.OwnerId, opened.Thread.Name));
        await CallAsync(bot, HttpMethod.Patch, $"channels/{thread}", """{"name":"other talk"}""");
        ThreadChanged renamed = await bot.NextAsync<ThreadChanged>(_ => true);
        Assert.Equal((OccurrenceKinds.ThreadRenamed, "other talk"), (renamed.Change, renamed.Thread.Name));
        await CallAsync(bot, HttpMethod.Patch, $"channels/{thread}", """{"archived":true}""");
        ThreadChanged archived = await bot.NextAsync<ThreadChanged>(_ => true);
        Assert.Equal(OccurrenceKinds.ThreadArchived, archived.Change);
        Assert.NotNull(archived.At);
        await CallAsync(bot, HttpMethod.Patch, $"channels/{thread}", """{"archived":false}""");
        Assert.Equal(OccurrenceKinds.ThreadUnarchived, (await bot.NextAsync<ThreadChanged>(_ => true)).Change);
        await CallAsync(bot, HttpMethod.Delete, $"channels/{thread}", null);
        ThreadChanged deleted = await bot.NextAsync<ThreadChanged>(_ => true);
        Assert.Equal((OccurrenceKinds.ThreadDeleted, "other talk"), (deleted.Change, deleted.Thread.Name));
    }

    [Fact]
    public async Task What_AutoMod_catches_is_told_with_its_rule()
    {
        await using ContractBot bot = await StartAsync();
        await CallAsync(bot, HttpMethod.Post, $"guilds/{SandboxIds.Guild}/auto-moderation/rules", """
            {"name":"no pottery","event_type":1,"trigger_type":1,"trigger_metadata":{"keyword_filter":["pottery*"]},"actions":[{"type":1,"metadata":{}}],"enabled":true}
            """);
        Assert.Throws<SandboxRefusedException>(() => bot.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "pottery evening tonight"));
        AutoModTrigger trigger = (await bot.NextAsync<AutoModTriggered>(_ => true)).Trigger;
        Assert.Equal((SandboxIds.Noah, SandboxIds.General, "pottery evening tonight", "pottery*"), (trigger.UserId, trigger.ChannelId, trigger.Content, trigger.Keyword));
        Assert.NotEqual(default, trigger.RuleId);
        Assert.Null(trigger.MessageId);
    }

    [Theory]
    [MemberData(nameof(AutoModRules))]
    public async Task A_rule_of_AutoMod_is_made_read_changed_and_deleted(AutoModRule rule)
    {
        await using ContractBot bot = await StartAsync();
        (ActionOutcome made, AutoModRule? saved) = await bot.AutoMod.SaveAsync(SandboxIds.Guild, rule, "as asked", CancellationToken.None);
        Assert.True(made.IsDone, made.Detail);
        Assert.Equivalent(rule with { Id = saved!.Id }, saved, strict: true);
        (_, AutoModRule? renamed) = await bot.AutoMod.SaveAsync(SandboxIds.Guild, saved with { Name = "another name", Enabled = false }, "as asked", CancellationToken.None);
        Assert.Equal(("another name", false, saved.Id), (renamed!.Name, renamed.Enabled, renamed.Id));
        (ActionOutcome listed, IReadOnlyList<AutoModRule> rules) = await bot.AutoMod.ListAsync(SandboxIds.Guild, CancellationToken.None);
        Assert.True(listed.IsDone, listed.Detail);
        Assert.Equivalent(renamed, Assert.Single(rules), strict: true);
        Assert.True((await bot.AutoMod.DeleteAsync(SandboxIds.Guild, saved.Id!.Value, "as asked", CancellationToken.None)).IsDone);
        Assert.True((await bot.AutoMod.DeleteAsync(SandboxIds.Guild, saved.Id!.Value, "as asked", CancellationToken.None)).IsDone);
        Assert.Empty((await bot.AutoMod.ListAsync(SandboxIds.Guild, CancellationToken.None)).Rules);
    }

    public static TheoryData<AutoModRule> AutoModRules => new(
        new AutoModRule
        {
            Name = "words", Trigger = AutoModTriggerKind.Keyword, Keywords = ["badword", "*worse*"], Patterns = ["fr[e3]{2} nitro"], Allow = ["worsen"], Blocks = true, BlockMessage = "Not here.",
            AlertChannel = SandboxIds.Review, Timeout = TimeSpan.FromMinutes(10), ExemptRoles = [SandboxIds.ModeratorRole], ExemptChannels = [SandboxIds.ModLog],
        },
        new AutoModRule { Name = "lists", Trigger = AutoModTriggerKind.Preset, Presets = [AutoModPreset.Slurs, AutoModPreset.Profanity], Allow = ["damn"], Blocks = true },
        new AutoModRule { Name = "pings", Trigger = AutoModTriggerKind.MentionSpam, MentionLimit = 12, AlertChannel = SandboxIds.Review },
        new AutoModRule { Name = "profiles", Trigger = AutoModTriggerKind.Profile, Keywords = ["*admin*"], Blocks = true });

    /// <summary>Registers the client under test.</summary>
    protected abstract void Add(IServiceCollection services, DiscordOptions options);

    /// <summary>Calls the server as the bot, for what the port does not offer.</summary>
    private static async Task CallAsync(ContractBot bot, HttpMethod method, string path, string? body)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(method, new Uri($"{bot.Server.RestUrl.ToString().TrimEnd('/')}/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bot", bot.Server.BotToken);
        request.Headers.UserAgent.ParseAdd("DiscordBot (https://modbot.example, 1)");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private Task<ContractBot> StartAsync() => ContractBot.StartAsync(Add);
}
