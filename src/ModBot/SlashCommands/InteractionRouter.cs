using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using ModBot.Configuration;
using ModBot.Core.Platform;
using ModBot.Moderation;
using ModBot.Moderation.Restraints;

namespace ModBot.SlashCommands;

/// <summary>Finds who answers an interaction, checks what the caller may do, and always answers.</summary>
internal sealed partial class InteractionRouter
{
    private readonly FrozenDictionary<(CommandKind Kind, string Name), ISlashCommand> commands;
    private readonly IReadOnlyList<IComponentHandler> components;
    private readonly LongCommands longCommands;
    private readonly InteractionOptions options;
    private readonly GuildStates states;
    private readonly TimeProvider time;
    private readonly ILogger<InteractionRouter> logger;

    public InteractionRouter(IEnumerable<ISlashCommand> commands, IEnumerable<IComponentHandler> components, LongCommands longCommands, InteractionOptions options, GuildStates states, TimeProvider time, ILogger<InteractionRouter> logger)
    {
        this.longCommands = longCommands;
        this.options = options;
        this.states = states;
        this.time = time;
        this.commands = commands.ToFrozenDictionary(command => (command.Definition.Kind, command.Definition.Name));
        this.components = [.. components];
        this.logger = logger;
    }

    /// <summary>The commands to register with the platform.</summary>
    public IReadOnlyList<CommandDefinition> Definitions => [.. commands.Values.Select(command => command.Definition).OrderBy(definition => definition.Kind).ThenBy(definition => definition.Name, StringComparer.Ordinal)];

    public Task HandleAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken) => AnswerFaultsAsync(
        interaction,
        responder,
        () => interaction.Kind switch
        {
            InteractionKind.Autocomplete => SuggestAsync(interaction, responder, cancellationToken),
            InteractionKind.Command or InteractionKind.UserCommand or InteractionKind.MessageCommand => RunAsync(interaction, responder, cancellationToken),
            InteractionKind.Component => Handler(interaction).PressAsync(interaction, responder, cancellationToken),
            InteractionKind.ModalSubmit => Handler(interaction).SubmitAsync(interaction, responder, cancellationToken),
            _ => ReplyAsync(responder, "This version does not know that action.", cancellationToken),
        },
        cancellationToken);

    private async Task AnswerFaultsAsync(Interaction interaction, IInteractionResponder responder, Func<Task> handle, CancellationToken cancellationToken)
    {
        try
        {
            await handle();
        }
        catch (CommandFault fault)
        {
            await ReplyAsync(responder, fault.Message, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogInteractionFailed(fault, interaction.Kind, interaction.Command, interaction.GuildId);
            await ReplyAsync(responder, "That did not work because of a fault in ModBot. Nothing was changed; the operator's log says more.", cancellationToken);
        }
    }

    /// <exception cref="CommandFault">The caller lacks a permission.</exception>
    public static void Demand(Interaction interaction, GuildPermissions required)
    {
        if (interaction.GuildId == default)
            throw new CommandFault("Use this in a server: it is about that server's moderation.");
        bool allowed = interaction.UserPermissions.HasFlag(GuildPermissions.Administrator) || interaction.UserPermissions.HasFlag(required);
        if (!allowed)
            throw new CommandFault($"You need the permission **{Name(required)}** for this.");
    }

    private static string Name(GuildPermissions permission) => permission switch
    {
        GuildPermissions.ManageGuild => "Manage Server",
        GuildPermissions.ManageMessages => "Manage Messages",
        GuildPermissions.ModerateMembers => "Time Out Members",
        _ => permission.ToString(),
    };

    private static Task<ActionOutcome> ReplyAsync(IInteractionResponder responder, string text, CancellationToken cancellationToken) =>
        responder.RespondAsync(new OutgoingMessage { Content = text, Ephemeral = true }, cancellationToken);

    private async Task RunAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken)
    {
        ISlashCommand command = Find(interaction) ?? throw new CommandFault($"`{(interaction.Kind == InteractionKind.Command ? "/" : "")}{interaction.Command}` is not a command of this version.");
        Demand(interaction, command.Required(interaction.Command));
        if (await command.FormAsync(interaction, cancellationToken) is { } form)
        {
            ActionOutcome opened = await responder.OpenModalAsync(form, cancellationToken);
            if (!opened.IsDone)
                LogAnswerFailed(interaction.Command, interaction.GuildId, opened.Kind, opened.Detail);
            return;
        }

        if (command.TakesLong(interaction.Command))
        {
            if (!longCommands.TryStart(stopping => AnswerFaultsAsync(interaction, responder, () => RunLongAsync(command, interaction, responder, stopping), stopping)))
                throw new CommandFault("Several commands of this kind are running already. Try again in a minute.");
            return;
        }

        Task<OutgoingMessage> work = command.RunAsync(interaction, cancellationToken);
        if (options.DeferAfter == TimeSpan.Zero || await Task.WhenAny(work, Task.Delay(options.DeferAfter, time, cancellationToken)) != work)
            await responder.DeferAsync(ephemeral: true, update: false, cancellationToken);
        await AnswerAsync(interaction, responder, await work, cancellationToken);
    }

    private async Task RunLongAsync(ISlashCommand command, Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken)
    {
        await responder.DeferAsync(ephemeral: true, update: false, cancellationToken);
        await AnswerAsync(interaction, responder, await command.RunAsync(interaction, new Progress(responder), cancellationToken), cancellationToken);
    }

    private async Task AnswerAsync(Interaction interaction, IInteractionResponder responder, OutgoingMessage answer, CancellationToken cancellationToken)
    {
        OutgoingMessage shown = await WithBannerAsync(interaction, answer, cancellationToken);
        ActionOutcome outcome = await responder.RespondAsync(shown with { Ephemeral = true }, cancellationToken);
        if (!outcome.IsDone)
            LogAnswerFailed(interaction.Command, interaction.GuildId, outcome.Kind, outcome.Detail);
    }

    /// <summary>While ModBot is paused every answer says so.</summary>
    private async Task<OutgoingMessage> WithBannerAsync(Interaction interaction, OutgoingMessage answer, CancellationToken cancellationToken)
    {
        if (interaction.GuildId == default || (await states.GetAsync(interaction.GuildId, cancellationToken)).Stop is not { } stop)
            return answer;
        string banner = RestraintText.Banner(stop);
        return answer with { Content = answer.Content.Length == 0 ? banner : SafeText.Cut($"{banner}\n{answer.Content}", OutgoingMessage.MaximumContent) };
    }

    private async Task SuggestAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken)
    {
        ISlashCommand? command = Find(interaction);
        bool allowed = command is not null && interaction.GuildId != default
            && (interaction.UserPermissions.HasFlag(GuildPermissions.Administrator) || interaction.UserPermissions.HasFlag(command.Required(interaction.Command)));
        IReadOnlyList<CommandChoice> choices = allowed ? await command!.SuggestAsync(interaction, cancellationToken) : [];
        await responder.SuggestAsync(choices, cancellationToken);
    }

    /// <summary>By the first word of a slash command, by the whole name in a context menu, which may have spaces.</summary>
    private ISlashCommand? Find(Interaction interaction) => commands.GetValueOrDefault(interaction.Kind switch
    {
        InteractionKind.UserCommand => (CommandKind.User, interaction.Command),
        InteractionKind.MessageCommand => (CommandKind.Message, interaction.Command),
        _ => (CommandKind.Chat, interaction.Command.Split(' ')[0]),
    });

    /// <exception cref="CommandFault">No part of this version made the button or form.</exception>
    private IComponentHandler Handler(Interaction interaction) =>
        components.FirstOrDefault(handler => interaction.CustomId.StartsWith(handler.Prefix, StringComparison.Ordinal))
        ?? throw new CommandFault("That belongs to another version of ModBot. Use the command again.");

    private sealed class Progress(IInteractionResponder responder) : ICommandProgress
    {
        // One that does not go out is no loss: the answer follows.
        public Task ShowAsync(OutgoingMessage message, CancellationToken cancellationToken) => responder.RespondAsync(message with { Ephemeral = true }, cancellationToken);
    }

    [LoggerMessage(2040, LogLevel.Error, "{Kind} {Command} in guild {Guild} failed")]
    private partial void LogInteractionFailed(Exception fault, InteractionKind kind, string command, ModBot.Core.Messages.Snowflake guild);

    [LoggerMessage(2041, LogLevel.Warning, "The answer to {Command} in guild {Guild} did not go out, {Outcome}: {Detail}")]
    private partial void LogAnswerFailed(string command, ModBot.Core.Messages.Snowflake guild, OutcomeKind outcome, string detail);
}
