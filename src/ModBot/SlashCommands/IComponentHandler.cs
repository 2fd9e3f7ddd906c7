using ModBot.Core.Platform;

namespace ModBot.SlashCommands;

/// <summary>
/// Answers the buttons, selects and forms whose custom ids begin with its prefix. A custom id comes back from outside: it
/// proves nothing, so permissions are checked at every use.
/// </summary>
internal interface IComponentHandler
{
    /// <summary>What its custom ids begin with; no handler's is the beginning of another's.</summary>
    string Prefix { get; }

    /// <summary>Takes a button or select.</summary>
    Task PressAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken);

    /// <summary>Takes a form.</summary>
    Task SubmitAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken);
}
