using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Moderation;
using ModBot.Tests.Moderation;

namespace ModBot.Tests.SlashCommands;

public sealed class RuleTrialTests
{
    private const GuildPermissions Moderator = GuildPermissions.ManageMessages;
    private const GuildPermissions Admin = GuildPermissions.ManageGuild | GuildPermissions.ManageMessages;

    [Fact]
    public async Task A_text_is_judged_as_a_newcomer_or_as_the_caller()
    {
        using ModerationStage stage = ModerationStage.Open();
        string asNewcomer = (await stage.CommandAsync("rules test", Moderator, ("text", "SPAMSPAM @everyone"))).Text;
        Assert.Contains("Verdict: **delete**", asNewcomer, StringComparison.Ordinal);
        Assert.Contains("**spam** → delete", asNewcomer, StringComparison.Ordinal);
        Assert.Contains("**mentions** → flag", asNewcomer, StringComparison.Ordinal);
        Assert.Contains("Looked and saw nothing: ", asNewcomer, StringComparison.Ordinal);
        RecordingResponder asMe = await stage.InteractAsync(ModerationStage.Interaction(InteractionKind.Command, Moderator) with
        {
            Command = "rules test",
            User = new MessageAuthor { Id = new Snowflake(500), Username = "mod", IsModerator = true },
            Options = new Dictionary<string, object>(StringComparer.Ordinal) { ["text"] = "SPAMSPAM", ["as"] = "me" },
        });
        Assert.Contains("Verdict: **log**", asMe.Text, StringComparison.Ordinal);
        Assert.Contains("**spam** did not look, because the author is a moderator; else → delete", asMe.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_tells_what_a_message_lacked_for_a_hit_whether_it_has_a_case_or_not()
    {
        using ModerationStage stage = ModerationStage.Open();
        ChatMessage quiet = await stage.PostAsync("<@1> <@2> <@3> <@4> <@5> hello");
        ChatMessage loud = await stage.PostAsync("SPAMSPAM");
        stage.Platform.Messages[(quiet.ChannelId, quiet.Id)] = quiet;
        stage.Platform.Messages[(loud.ChannelId, loud.Id)] = loud;
        string text = (await WhyAsync(stage, quiet)).Text;
        Assert.Contains("When it was posted: **log**", text, StringComparison.Ordinal);
        Assert.Contains("**mentions** saw nothing; it would hit with `users: 5` (now 8)", text, StringComparison.Ordinal);
        Assert.Contains("/case show number:1", (await WhyAsync(stage, loud)).Text, StringComparison.Ordinal);

        RecordingResponder menu = await stage.InteractAsync(ModerationStage.Interaction(InteractionKind.MessageCommand, Moderator) with { Command = "Why?", TargetId = quiet.Id });
        Assert.Contains("users: 5", menu.Text, StringComparison.Ordinal);
        stage.Platform.Messages.Clear();
        Assert.Contains("gone. `/case show number:1`", (await WhyAsync(stage, loud)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://discord.com/channels/99/8388608/1", "another server")]
    [InlineData("https://discord.com/channels/4194304/8388608/123", "no such message")]
    [InlineData("8388608-123", "no such message")]
    [InlineData("123", "no such message")]
    [InlineData("that message there", "Copy Message Link")]
    [InlineData("https://evil.example/channels/4194304/99999999999999999999/1", "Copy Message Link")]
    public async Task A_link_that_leads_nowhere_is_answered(string link, string says)
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains(says, (await stage.CommandAsync("rules why", Moderator, ("message", link))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_rule_is_explained_to_those_alone_who_may_see_private_matters()
    {
        using ModerationStage stage = ModerationStage.Open();
        ChatMessage message = await stage.PostAsync("i want to kill myself");
        stage.Platform.Messages[(message.ChannelId, message.Id)] = message;
        Assert.DoesNotContain("self-harm", (await WhyAsync(stage, message)).Text, StringComparison.Ordinal);
        Assert.Contains("self-harm", (await WhyAsync(stage, message, Admin)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_back_test_reads_history_and_counts()
    {
        using ModerationStage stage = ModerationStage.Open();
        Fill(stage, 250, i => i % 5 == 0 ? "ant and SPAMSPAM" : i % 5 == 1 ? "an ant" : "nothing");
        string text = (await stage.CommandAsync("rules backtest", Admin, ("filter", "blocked-terms"), ("options", "terms=ant"), ("verdict", "delete"))).Text;
        Assert.Contains("250 messages", text, StringComparison.Ordinal);
        Assert.Contains("deleted 100 (40 %), by 4 authors", text, StringComparison.Ordinal);
        Assert.Contains("spam 50", text, StringComparison.Ordinal);
        Assert.Contains("50 of them no other rule", text, StringComparison.Ordinal);
        Assert.Contains($"https://discord.com/channels/{ModerationStage.Guild}/{ModerationStage.Channel}/", text, StringComparison.Ordinal);
        Assert.Contains("of 10 messages", (await stage.CommandAsync("rules backtest", Admin, ("rule", "spam"), ("messages", 10L))).Text.Replace("on 10", "of 10", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_back_test_says_why_it_cannot_read_or_what_to_give()
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains("filter:", (await stage.CommandAsync("rules backtest", Admin)).Text, StringComparison.Ordinal);
        Assert.Contains("no option", (await stage.CommandAsync("rules backtest", Admin, ("rule", "spam"), ("options", "x=1"))).Text, StringComparison.Ordinal);
        stage.Platform.Answers["read-back"] = new ActionOutcome(OutcomeKind.Forbidden, "Read Message History is missing");
        Assert.Contains("Read Message History is missing", (await stage.CommandAsync("rules backtest", Admin, ("rule", "spam"))).Text, StringComparison.Ordinal);
        Assert.Contains("Manage Server", (await stage.CommandAsync("rules backtest", Moderator, ("rule", "spam"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_in_shadow_is_turned_on_after_its_numbers_were_shown()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.CommandAsync("rules add", Admin, ("filter", "blocked-terms"), ("name", "pets"), ("verdict", "delete"), ("options", "terms=mongoose"));
        for (int i = 0; i < 3; i++)
            await stage.PostAsync(i == 0 ? "a mongoose SPAMSPAM" : "a mongoose", author: (ulong)(70 + i));
        RecordingResponder offered = await stage.CommandAsync("rules mode", Admin, ("rule", "pets"), ("mode", "enforce"));
        Assert.Contains("would have deleted 3", offered.Text, StringComparison.Ordinal);
        Assert.Contains("by 3 authors; 3 of them with accounts older than a year", offered.Text, StringComparison.Ordinal);
        Assert.Contains("spam 1; on 2 none did", offered.Text, StringComparison.Ordinal);
        ButtonComponent[] buttons = [.. offered.Replies[^1].Rows.SelectMany(row => row.Components).OfType<ButtonComponent>()];
        Assert.Contains("stays in **shadow**", (await stage.PressAsync(buttons[1].CustomId, Admin)).Updates[^1].Content, StringComparison.Ordinal);
        Assert.Contains("Manage Server", (await stage.PressAsync(buttons[0].CustomId, Moderator)).Text, StringComparison.Ordinal);
        Assert.Contains("it acts", (await stage.PressAsync(buttons[0].CustomId, Admin)).Updates[^1].Content, StringComparison.Ordinal);
        Assert.Equal(RuleMode.Enforce, (await stage.Get<GuildRules>().GetSourceAsync(ModerationStage.Guild, default)).Find("pets")!.Mode);
    }

    [Fact]
    public async Task Nothing_that_tries_rules_writes_or_acts()
    {
        List<string> writes = [];
        using ModerationStage stage = ModerationStage.Open(RuleMode.Enforce, services =>
        {
            Guard<IModerationLog>(services, writes);
            Guard<IRuleSetStore>(services, writes);
            Guard<IGuildSettingsStore>(services, writes);
        });
        Fill(stage, 120, i => i % 2 == 0 ? "SPAMSPAM @everyone discord.gg/abcdef" : "hello");
        Snowflake some = stage.Platform.Messages.Keys.First().Message;
        Gen<(string Command, (string, object)[] Options)> calls = Gen.OneOf(
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => ("rules test", new (string, object)[] { ("text", $"SPAMSPAM {text.Get}") })),
            Gen.Elements(DefaultRuleSet.Create().Rules.Select(rule => rule.Name).ToArray()).Select(rule => ("rules backtest", new (string, object)[] { ("rule", rule) })),
            Gen.Choose(2, 20).Select(count => ("rules backtest", new (string, object)[] { ("filter", "flood"), ("options", string.Create(CultureInfo.InvariantCulture, $"count={count}")), ("verdict", "delete") })),
            Gen.Constant(("rules why", new (string, object)[] { ("message", $"{ModerationStage.Channel}-{some}") })));
        Prop.ForAll(Arb.From(calls), call =>
        {
            RecordingResponder answer = stage.CommandAsync(call.Command, Admin, call.Options).GetAwaiter().GetResult();
            return writes.Count == 0 && stage.Platform.Calls.Count == 0 && !answer.Text.Contains("fault in ModBot", StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
        Assert.Empty(await stage.Log.ListCasesAsync(new CaseQuery { GuildId = ModerationStage.Guild }, default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => stage.PostAsync("SPAMSPAM"));
        Assert.Equal(["IModerationLog.RecordAsync"], writes);
    }

    private static void Guard<TPort>(IServiceCollection services, List<string> writes)
        where TPort : class
    {
        ServiceDescriptor real = services.Last(descriptor => descriptor.ServiceType == typeof(TPort));
        services.Replace(ServiceDescriptor.Singleton(provider => ReadingOnly.Before(
            (TPort)(real.ImplementationInstance ?? real.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)), writes)));
    }

    private static void Fill(ModerationStage stage, int count, Func<int, string> text)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        for (int i = 0; i < count; i++)
        {
            var message = new ChatMessage
            {
                Id = Snowflake.At(now.AddMinutes(i - count), (uint)i),
                GuildId = ModerationStage.Guild,
                ChannelId = ModerationStage.Channel,
                Author = new MessageAuthor { Id = new Snowflake((ulong)(100 + (i % 10))), Username = $"user{i % 10}", JoinedAt = now.AddDays(-2) },
                Content = text(i),
            };
            stage.Platform.Messages[(message.ChannelId, message.Id)] = message;
        }
    }

    private static Task<RecordingResponder> WhyAsync(ModerationStage stage, ChatMessage message, GuildPermissions permissions = Moderator) =>
        stage.CommandAsync("rules why", permissions, ("message", $"https://discord.com/channels/{message.GuildId}/{message.ChannelId}/{message.Id}"));
}
