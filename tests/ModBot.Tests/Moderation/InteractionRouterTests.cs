using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using ModBot.CommandLine;
using ModBot.Configuration;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Moderation.Restraints;
using ModBot.SlashCommands;

namespace ModBot.Tests.Moderation;

public sealed class InteractionRouterTests
{
    private const GuildPermissions Moderator = GuildPermissions.ManageMessages;

    [Theory]
    [InlineData(InteractionKind.MessageCommand, "Note it", "message")]
    [InlineData(InteractionKind.UserCommand, "Note it", "user")]
    [InlineData(InteractionKind.Command, "note it", "chat")]
    public async Task Entries_of_context_menus_and_slash_commands_with_like_names_are_told_apart(InteractionKind kind, string name, string answers)
    {
        using ModerationStage stage = ModerationStage.Open();
        InteractionRouter router = Router(stage, TimeSpan.FromSeconds(1.5), new Noting(CommandKind.Chat, "note"), new Noting(CommandKind.User, "Note it"), new Noting(CommandKind.Message, "Note it"));
        Assert.Equal(answers, (await AskAsync(router, kind, name, Moderator)).Text);
    }

    [Theory]
    [InlineData(InteractionKind.MessageCommand, "Note")]
    [InlineData(InteractionKind.UserCommand, "Note it")]
    [InlineData(InteractionKind.Command, "Note it")]
    public async Task An_entry_that_nobody_answers_for_is_refused(InteractionKind kind, string name)
    {
        using ModerationStage stage = ModerationStage.Open();
        InteractionRouter router = Router(stage, TimeSpan.FromSeconds(1.5), new Noting(CommandKind.Message, "Note it"));
        Assert.Contains("not a command of this version", (await AskAsync(router, kind, name, Moderator)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_of_a_context_menu_needs_its_permission()
    {
        using ModerationStage stage = ModerationStage.Open();
        InteractionRouter router = Router(stage, TimeSpan.FromSeconds(1.5), new Noting(CommandKind.Message, "Note it"));
        Assert.Contains("Manage Messages", (await AskAsync(router, InteractionKind.MessageCommand, "Note it", GuildPermissions.SendMessages)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00:00:00", 1)]
    [InlineData("00:00:02.5", 0)]
    public async Task A_command_is_deferred_once_its_time_is_up(string after, int deferrals)
    {
        using ModerationStage stage = ModerationStage.Open();
        InteractionRouter router = Router(stage, TimeSpan.Parse(after, CultureInfo.InvariantCulture), new Noting(CommandKind.Chat, "note"));
        RecordingResponder answer = await AskAsync(router, InteractionKind.Command, "note", Moderator);
        Assert.Equal((deferrals, "chat"), (answer.Deferrals, answer.Text));
    }

    [Theory]
    [InlineData(null, 1.5)]
    [InlineData("", 1.5)]
    [InlineData("00:00:00", 0)]
    [InlineData(" 0:00:00.25 ", 0.25)]
    [InlineData("00:00:02.5", 2.5)]
    public void The_time_until_a_deferral_is_read(string? given, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Options(given).DeferAfter);

    [Theory]
    [InlineData("1")]
    [InlineData("1.5")]
    [InlineData("-00:00:01")]
    [InlineData("00:00:02.6")]
    [InlineData("soon")]
    public void A_time_out_of_bounds_is_refused_with_an_example(string given) =>
        Assert.Contains("00:00:01.5", Assert.Throws<UsageException>(() => Options(given)).Message, StringComparison.Ordinal);

    private static InteractionOptions Options(string? given) =>
        InteractionOptions.From(new ConfigurationBuilder().AddInMemoryCollection([new("Discord:DeferAfter", given)]).Build());

    private static InteractionRouter Router(ModerationStage stage, TimeSpan deferAfter, params ISlashCommand[] commands) =>
        new(commands, stage.Get<IEnumerable<IComponentHandler>>(), stage.Get<LongCommands>(), new InteractionOptions(deferAfter), stage.Get<GuildStates>(), TimeProvider.System, NullLogger<InteractionRouter>.Instance);

    private static async Task<RecordingResponder> AskAsync(InteractionRouter router, InteractionKind kind, string command, GuildPermissions permissions)
    {
        var responder = new RecordingResponder();
        await router.HandleAsync(ModerationStage.Interaction(kind, permissions) with { Command = command, TargetId = new Snowflake(9) }, responder, CancellationToken.None);
        return responder;
    }

    /// <summary>Answers with its own kind.</summary>
    private sealed class Noting(CommandKind kind, string name) : ISlashCommand
    {
        public CommandDefinition Definition => new() { Kind = kind, Name = name };

        public GuildPermissions Required(string path) => Moderator;

        public Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken) =>
            Task.FromResult(new OutgoingMessage { Content = kind.ToString().ToLowerInvariant() });
    }
}
