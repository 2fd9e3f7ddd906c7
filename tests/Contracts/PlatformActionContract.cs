using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord;
using ModBot.Sandbox;

namespace ModBot.Contracts;

/// <summary>What every client does when asked to, over real sockets.</summary>
public abstract class PlatformActionContract
{
    [Fact]
    public async Task A_message_is_deleted_once_and_the_reason_is_kept()
    {
        await using ContractBot bot = await StartAsync();
        ChatMessage message = await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "spam");
        Assert.Equal(ActionOutcome.Done, await bot.Platform.DeleteMessageAsync(SandboxIds.Guild, SandboxIds.General, message.Id, "Spam: 0.99 – free gïfts", CancellationToken.None));
        SandboxDeletion deletion = Assert.IsType<SandboxDeletion>(bot.World.FindDeletion(SandboxIds.General, message.Id));
        Assert.Equal((SandboxIds.Bot, "Spam: 0.99 – free gïfts"), (deletion.DeletedBy, deletion.Reason));
        Assert.Equal(ActionOutcome.Done, await bot.Platform.DeleteMessageAsync(SandboxIds.Guild, SandboxIds.General, message.Id, "again", CancellationToken.None));
    }

    [Fact]
    public async Task A_reason_of_any_length_is_taken()
    {
        await using ContractBot bot = await StartAsync();
        ChatMessage message = await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "spam");
        Assert.Equal(ActionOutcome.Done, await bot.Platform.DeleteMessageAsync(SandboxIds.Guild, SandboxIds.General, message.Id, new string('r', 2000), CancellationToken.None));
        Assert.InRange(bot.World.FindDeletion(SandboxIds.General, message.Id)!.Reason!.Length, 400, 512);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(101)]
    public async Task Many_messages_are_deleted_whatever_their_age(int young)
    {
        await using ContractBot bot = await StartAsync();
        List<Snowflake> ids = [.. Enumerable.Range(0, young).Select(i => bot.World.PostMessage(SandboxIds.General, SandboxIds.Noah, $"spam {i}").Message.Id)];
        var old = new SandboxMessageOptions { Id = Snowflake.At(Now.AddDays(-20), 7) };
        ids.Add(bot.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "old spam", old).Message.Id);
        Assert.Equal(ActionOutcome.Done, await bot.Platform.DeleteMessagesAsync(SandboxIds.Guild, SandboxIds.General, [.. ids, ids[0]], "raid", CancellationToken.None));
        Assert.Empty(bot.World.Messages(SandboxIds.General));
        Assert.InRange(bot.World.Calls.Count(call => call.Method is "DELETE" || call.Path.EndsWith("bulk-delete", StringComparison.Ordinal)), 2, 3);
    }

    [Fact]
    public async Task A_post_shows_its_parts_and_pings_nobody()
    {
        await using ContractBot bot = await StartAsync();
        (ActionOutcome outcome, Snowflake? id) = await bot.Platform.PostAsync(SandboxIds.Review, Card("a card for @everyone"), CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        SandboxMessage posted = Assert.IsType<SandboxMessage>(bot.World.FindMessage(SandboxIds.Review, id!.Value));
        Assert.Equal("a card for @everyone", posted.Content);
        Assert.Equal(["case:1:uphold", "case:1:overturn", "case:1:category"], posted.CustomIds);
        Assert.Contains("Evidence", posted.EmbedText, StringComparison.Ordinal);
        Assert.Contains("\"mention_everyone\":false", posted.Json.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_post_with_a_nonce_gives_the_first_message_back()
    {
        await using ContractBot bot = await StartAsync();
        OutgoingMessage card = Card("once") with { Nonce = "case-1-card" };
        Snowflake? first = (await bot.Platform.PostAsync(SandboxIds.Review, card, CancellationToken.None)).MessageId;
        Snowflake? second = (await bot.Platform.PostAsync(SandboxIds.Review, card, CancellationToken.None)).MessageId;
        Assert.NotNull(first);
        Assert.Equal(first, second);
        Assert.Single(bot.World.Messages(SandboxIds.Review));
    }

    [Fact]
    public async Task An_edit_replaces_everything()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake id = (await bot.Platform.PostAsync(SandboxIds.Review, Card("open"), CancellationToken.None)).MessageId!.Value;
        ActionOutcome outcome = await bot.Platform.EditAsync(SandboxIds.Review, id, new OutgoingMessage { Content = "closed" }, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        SandboxMessage edited = bot.World.FindMessage(SandboxIds.Review, id)!;
        Assert.Equal(("closed", ""), (edited.Content, edited.EmbedText));
        Assert.Empty(edited.CustomIds);
    }

    [Fact]
    public async Task What_discord_would_refuse_is_said_before()
    {
        await using ContractBot bot = await StartAsync();
        foreach (OutgoingMessage bad in new[] { new OutgoingMessage(), new OutgoingMessage { Content = new string('x', 2001) } })
            Assert.Equal(OutcomeKind.Rejected, (await bot.Platform.PostAsync(SandboxIds.General, bad, CancellationToken.None)).Outcome.Kind);
    }

    [Fact]
    public async Task Direct_messages_arrive_or_are_refused()
    {
        await using ContractBot bot = await StartAsync();
        ActionOutcome sent = await bot.Platform.SendDirectAsync(SandboxIds.Noah, new OutgoingMessage { Content = "a warning" }, CancellationToken.None);
        Assert.True(sent.IsDone, sent.Detail);
        Assert.Equal("a warning", Assert.Single(bot.World.DirectMessages(SandboxIds.Noah)).Content);
        bot.World.AcceptDirectMessages(SandboxIds.Zoe, accept: false);
        Assert.Equal(OutcomeKind.Forbidden, (await bot.Platform.SendDirectAsync(SandboxIds.Zoe, new OutgoingMessage { Content = "a warning" }, CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task A_member_is_timed_out_and_let_back()
    {
        await using ContractBot bot = await StartAsync();
        DateTimeOffset until = Now.AddHours(1);
        Assert.Equal(ActionOutcome.Done, await bot.Platform.TimeoutAsync(SandboxIds.Guild, SandboxIds.Noah, until, "spam", CancellationToken.None));
        Assert.InRange(bot.World.Member(SandboxIds.Noah)!.TimedOutUntil!.Value, until.AddSeconds(-2), until.AddSeconds(2));
        Assert.Equal(ActionOutcome.Done, await bot.Platform.TimeoutAsync(SandboxIds.Guild, SandboxIds.Noah, null, "lifted", CancellationToken.None));
        Assert.Null(bot.World.Member(SandboxIds.Noah)!.TimedOutUntil);
        Assert.Equal(ActionOutcome.Done, await bot.Platform.TimeoutAsync(SandboxIds.Guild, SandboxIds.Noah, Now.AddDays(90), "long", CancellationToken.None));
        Assert.InRange(bot.World.Member(SandboxIds.Noah)!.TimedOutUntil!.Value, Now.AddDays(27.9), Now.AddDays(28));
    }

    [Fact]
    public async Task Kicks_and_bans_are_done_once_with_their_reasons()
    {
        await using ContractBot bot = await StartAsync();
        Assert.Equal(ActionOutcome.Done, await bot.Platform.KickAsync(SandboxIds.Guild, SandboxIds.Zoe, "raid", CancellationToken.None));
        Assert.Null(bot.World.Member(SandboxIds.Zoe));
        Assert.Equal(ActionOutcome.Done, await bot.Platform.KickAsync(SandboxIds.Guild, SandboxIds.Zoe, "again", CancellationToken.None));
        bot.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "spam");
        Assert.Equal(ActionOutcome.Done, await bot.Platform.BanAsync(SandboxIds.Guild, SandboxIds.Noah, TimeSpan.FromDays(1), "scam", CancellationToken.None));
        Assert.Equal("scam", bot.World.Bans[SandboxIds.Noah]);
        Assert.Empty(bot.World.Messages(SandboxIds.General));
        Assert.Equal(ActionOutcome.Done, await bot.Platform.UnbanAsync(SandboxIds.Guild, SandboxIds.Noah, "appeal", CancellationToken.None));
        Assert.Equal(ActionOutcome.Done, await bot.Platform.UnbanAsync(SandboxIds.Guild, SandboxIds.Noah, "again", CancellationToken.None));
        Assert.Empty(bot.World.Bans);
    }

    [Fact]
    public async Task Roles_are_given_and_taken()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake role = bot.World.EnsureRole("Muted");
        await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "the role has arrived");
        Assert.Equal(ActionOutcome.Done, await bot.Platform.AddRoleAsync(SandboxIds.Guild, SandboxIds.Noah, role, "muted", CancellationToken.None));
        Assert.Contains(role, bot.World.Member(SandboxIds.Noah)!.Roles);
        Assert.Equal(ActionOutcome.Done, await bot.Platform.RemoveRoleAsync(SandboxIds.Guild, SandboxIds.Noah, role, "over", CancellationToken.None));
        Assert.DoesNotContain(role, bot.World.Member(SandboxIds.Noah)!.Roles);
    }

    [Fact]
    public async Task Nobody_acts_against_the_owner()
    {
        await using ContractBot bot = await StartAsync();
        ActionOutcome outcome = await bot.Platform.BanAsync(SandboxIds.Guild, SandboxIds.Admin, TimeSpan.Zero, "coup", CancellationToken.None);
        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.NotEmpty(outcome.Detail);
        Assert.Empty(bot.World.Bans);
    }

    [Fact]
    public async Task History_is_read_oldest_first_without_the_bots_own()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake first = bot.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "first").Message.Id;
        Snowflake[] later = [.. Enumerable.Range(0, 130).Select(i => bot.World.PostMessage(SandboxIds.General, i % 2 == 0 ? SandboxIds.Mia : SandboxIds.Noah, $"line {i}").Message.Id)];
        await bot.Platform.PostAsync(SandboxIds.General, new OutgoingMessage { Content = "mine" }, CancellationToken.None);
        List<ChatMessage> read = [];
        await foreach (ChatMessage message in bot.Platform.ReadHistoryAsync(SandboxIds.Guild, SandboxIds.General, first, 10_000, CancellationToken.None))
            read.Add(message);
        Assert.Equal(later, read.Select(message => message.Id));
        Assert.All(read, message => Assert.Equal(message.Author.Id == SandboxIds.Mia, message.Author.IsModerator));
        Assert.All(read, message => Assert.Equal(SandboxIds.Guild, message.GuildId));
        Assert.Equal("line 0", read[0].Content);
    }

    [Fact]
    public async Task Commands_are_written_only_where_they_differ()
    {
        await using ContractBot bot = await StartAsync();
        for (int round = 0; round < 2; round++)
        {
            ActionOutcome outcome = await bot.Platform.RegisterCommandsAsync(ContractCommands.All, CancellationToken.None);
            Assert.True(outcome.IsDone, outcome.Detail);
            Assert.Equal(1, bot.World.Calls.Count(call => call.Method == "PUT" && call.Path.Contains("commands", StringComparison.Ordinal)));
        }

        Assert.Contains("terms", bot.World.CommandsOf(SandboxIds.Mia, SandboxIds.General));
        Assert.DoesNotContain("terms", bot.World.CommandsOf(SandboxIds.Noah, SandboxIds.General));
        Assert.True((await bot.Platform.RegisterCommandsAsync([ContractCommands.Ping], CancellationToken.None)).IsDone);
        Assert.Equal(["ping"], bot.World.CommandsOf(SandboxIds.Mia, SandboxIds.General));
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Registers the client under test.</summary>
    protected abstract void Add(IServiceCollection services, DiscordOptions options);

    private static OutgoingMessage Card(string content) => new()
    {
        Content = content,
        Embeds = [new OutgoingEmbed { Title = "Case 1", Description = "Evidence", Colour = 0xC0392B, Fields = [new EmbedField("Rule", "spam", Inline: true)], Footer = "ModBot", Timestamp = DateTimeOffset.UnixEpoch }],
        Rows =
        [
            ComponentRow.Of(new ButtonComponent("case:1:uphold", "Uphold", ButtonStyle.Success), new ButtonComponent("case:1:overturn", "Overturn", ButtonStyle.Danger), new LinkComponent(new Uri("https://example.com/case/1"), "Open")),
            ComponentRow.Of(new SelectComponent("case:1:category", "Category", [new SelectChoice("Spam", "spam", "Unwanted advertising", IsDefault: true), new SelectChoice("Other", "other")])),
        ],
    };

    private Task<ContractBot> StartAsync() => ContractBot.StartAsync(Add);
}
