using ModBot.Core.Platform;

namespace ModBot.SlashCommands;

/// <summary>
/// One top-level slash command, or by its definition's kind an entry in the context menu of messages or users. A new one is its
/// own file and one registration line.
/// </summary>
internal interface ISlashCommand
{
    CommandDefinition Definition { get; }

    /// <summary>What the caller must be allowed to do for this sub-command path (context menus: for the entry); checked at every use.</summary>
    GuildPermissions Required(string path);

    /// <summary>The form that this use asks for first, whose answers go to an <see cref="IComponentHandler"/>; null where the command runs at once. Answers quickly: a form cannot be opened late.</summary>
    Task<Modal?> FormAsync(Interaction interaction, CancellationToken cancellationToken) => Task.FromResult<Modal?>(null);

    /// <summary>Runs the command and gives the answer.</summary>
    Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken);

    /// <summary>True where the command may take many seconds: it then runs beside the guild's events, and shows how far it is.</summary>
    bool TakesLong(string path) => false;

    /// <summary>Runs a command that takes long.</summary>
    Task<OutgoingMessage> RunAsync(Interaction interaction, ICommandProgress progress, CancellationToken cancellationToken) => RunAsync(interaction, cancellationToken);

    /// <summary>Suggestions for the option being typed; none by default.</summary>
    Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CommandChoice>>([]);
}
