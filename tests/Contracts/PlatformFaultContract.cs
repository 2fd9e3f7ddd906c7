using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord;
using ModBot.Sandbox;

namespace ModBot.Contracts;

/// <summary>What every client makes of a connection that breaks and of a server that fails.</summary>
public abstract class PlatformFaultContract
{
    [Fact]
    public async Task A_dropped_connection_is_resumed_and_nothing_is_lost()
    {
        await using ContractBot bot = await ContractBot.StartAsync(Add);
        await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "before");
        bot.Server.Faults.DropSockets();
        Snowflake missed = bot.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "while away").Message.Id;
        await bot.NextAsync<MessageReceived>(seen => seen.Message.Id == missed);
        await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "after");
    }

    [Fact]
    public async Task A_lost_session_is_caught_up_over_rest()
    {
        await using ContractBot bot = await ContractBot.StartAsync(Add);
        await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "before");
        bot.Server.Faults.RefuseResumes(1);
        bot.Server.Faults.DropSockets();
        Snowflake missed = bot.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "while away").Message.Id;
        Assert.Equal("while away", (await bot.NextAsync<MessageReceived>(seen => seen.Message.Id == missed)).Message.Content);
        await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "after");
        Assert.DoesNotContain(bot.Waiting(), message => message.Id == missed);
    }

    [Fact]
    public async Task A_resume_address_that_does_not_answer_is_given_up()
    {
        await using ContractBot bot = await ContractBot.StartAsync(Add);
        bot.Server.Faults.RefuseResumeHandshakes(50);
        bot.Server.Faults.DropSockets();
        Snowflake missed = bot.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "while away").Message.Id;
        await bot.NextAsync<MessageReceived>(seen => seen.Message.Id == missed);
    }

    [Fact]
    public async Task An_invalid_session_is_replaced()
    {
        await using ContractBot bot = await ContractBot.StartAsync(Add);
        bot.Server.Faults.InvalidateSessions(resumable: false);
        await bot.NextSessionAsync();
        await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "after");
    }

    [Fact]
    public async Task Unreadable_and_unknown_payloads_are_survived()
    {
        await using ContractBot bot = await ContractBot.StartAsync(Add);
        bot.Server.Faults.SendMalformed();
        bot.Server.Faults.SendUnknown();
        ChatMessage message = await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "after");
        Assert.Equal("after", message.Content);
    }

    [Fact]
    public async Task A_failing_server_is_asked_again()
    {
        await using ContractBot bot = await ContractBot.StartAsync(Add);
        ChatMessage message = await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "to go");
        bot.Server.Faults.FailRequests(2, 500);
        ActionOutcome outcome = await bot.Platform.DeleteMessageAsync(SandboxIds.Guild, SandboxIds.General, message.Id, "spam", CancellationToken.None);
        Assert.Equal(ActionOutcome.Done, outcome);
        Assert.NotNull(bot.World.FindDeletion(SandboxIds.General, message.Id));
    }

    [Fact]
    public async Task A_server_that_keeps_failing_may_be_tried_later()
    {
        await using ContractBot bot = await ContractBot.StartAsync(Add, discord: options => options with { RequestRetries = 1 });
        bot.Server.Faults.FailRequests(50, 503);
        ActionOutcome outcome = await bot.Platform.DeleteMessageAsync(SandboxIds.Guild, SandboxIds.General, new Snowflake(1), "spam", CancellationToken.None);
        Assert.Equal(OutcomeKind.Unavailable, outcome.Kind);
        Assert.NotEmpty(outcome.Detail);
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for()
    {
        await using ContractBot bot = await ContractBot.StartAsync(Add);
        ChatMessage message = await bot.SeePostAsync(SandboxIds.General, SandboxIds.Noah, "to go");
        bot.Server.Faults.RateLimitRequests(2, TimeSpan.FromMilliseconds(300));
        ActionOutcome outcome = await bot.Platform.DeleteMessageAsync(SandboxIds.Guild, SandboxIds.General, message.Id, "spam", CancellationToken.None);
        Assert.Equal(ActionOutcome.Done, outcome);
    }

    [Fact]
    public async Task Many_deletions_keep_to_the_servers_limits()
    {
        await using ContractBot bot = await ContractBot.StartAsync(Add, sandbox: options => options with { Limits = new SandboxLimits() });
        Snowflake[] ids = [.. Enumerable.Range(0, 20).Select(i => bot.World.PostMessage(SandboxIds.General, SandboxIds.Noah, $"spam {i}").Message.Id)];
        ActionOutcome[] outcomes = await Task.WhenAll(ids.Select(id => bot.Platform.DeleteMessageAsync(SandboxIds.Guild, SandboxIds.General, id, "spam", CancellationToken.None)));
        Assert.All(outcomes, outcome => Assert.Equal(ActionOutcome.Done, outcome));
        Assert.Empty(bot.World.Messages(SandboxIds.General));
    }

    [Fact]
    public async Task A_bad_token_ends_the_run_with_one_line()
    {
        await using ContractBot bot = await ContractBot.ConnectAsync(Add, discord: options => options with { Token = "not.a.token" });
        PlatformFatalException fault = await Assert.ThrowsAsync<PlatformFatalException>(() => bot.Run.WaitAsync(ContractBot.Patience));
        Assert.Contains("Discord:Token", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not.a.token", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public async Task A_missing_intent_ends_the_run_with_one_line()
    {
        await using ContractBot bot = await ContractBot.ConnectAsync(Add, sandbox: options => options with { PrivilegedIntents = ModBot.Sandbox.Gateway.GatewayIntents.None });
        PlatformFatalException fault = await Assert.ThrowsAsync<PlatformFatalException>(() => bot.Run.WaitAsync(ContractBot.Patience));
        Assert.Contains("intent", fault.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public async Task A_session_that_is_closed_for_good_ends_the_run()
    {
        await using ContractBot bot = await ContractBot.StartAsync(Add);
        bot.Server.Faults.CloseSockets(4004);
        PlatformFatalException fault = await Assert.ThrowsAsync<PlatformFatalException>(() => bot.Run.WaitAsync(ContractBot.Patience));
        Assert.Contains("Discord:Token", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_ends_the_run_with_one_line()
    {
        await using ContractBot bot = await ContractBot.ConnectAsync(Add, discord: options => options with { RestUrl = "http://127.0.0.1:9/api/v10", StartAttempts = 1, RequestRetries = 1 });
        PlatformFatalException fault = await Assert.ThrowsAsync<PlatformFatalException>(() => bot.Run.WaitAsync(ContractBot.Patience));
        Assert.Contains("Discord:RestUrl", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public async Task A_run_ends_when_asked()
    {
        ContractBot bot = await ContractBot.StartAsync(Add);
        await bot.DisposeAsync();
        Assert.True(bot.Run.IsCompletedSuccessfully);
    }

    /// <summary>Registers the client under test.</summary>
    protected abstract void Add(IServiceCollection services, DiscordOptions options);
}
