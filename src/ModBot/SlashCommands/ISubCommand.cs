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

    /// <inheritdoc cref="ISlashCommand.RunAsync(Interaction, CancellationToken)"/>
    Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken);

    /// <inheritdoc cref="ISlashCommand.TakesLong"/>
    bool TakesLong => false;

    /// <inheritdoc cref="ISlashCommand.RunAsync(Interaction, ICommandProgress, CancellationToken)"/>
    Task<OutgoingMessage> RunAsync(Interaction interaction, ICommandProgress progress, CancellationToken cancellationToken) => RunAsync(interaction, cancellationToken);

    /// <inheritdoc cref="ISlashCommand.SuggestAsync"/>
    Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CommandChoice>>([]);
}
