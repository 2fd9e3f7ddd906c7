using ModBot.Core.Platform;

namespace ModBot.SlashCommands;

/// <summary>One sub-command of a family. A new one is its own file and one registration line.</summary>
internal interface ISubCommand
{
    SubCommand Definition { get; }

    /// <summary>What the caller must be allowed to do; checked at every use.</summary>
    GuildPermissions Required { get; }

    /// <inheritdoc cref="ISlashCommand.FormAsync"/>
    Task<Modal?> FormAsync(Interaction interaction, CancellationToken cancellationToken) => Task.FromResult<Modal?>(null);

    /// <inheritdoc cref="ISlashCommand.RunAsync"/>
    Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken);

    /// <inheritdoc cref="ISlashCommand.SuggestAsync"/>
    Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CommandChoice>>([]);
}
