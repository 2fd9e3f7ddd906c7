using ModBot.Core.Platform;

namespace ModBot.SlashCommands;

/// <summary>Shows the caller how far a command that takes long is.</summary>
internal interface ICommandProgress
{
    /// <summary>Replaces what was shown before; not more often than every few seconds, for each is a call to the platform.</summary>
    Task ShowAsync(OutgoingMessage message, CancellationToken cancellationToken);
}
