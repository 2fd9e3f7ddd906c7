using ModBot.Core.Platform;

namespace ModBot.Discord.Interactions;

/// <summary>An interaction with what is needed to answer it.</summary>
/// <param name="Interaction">The interaction.</param>
/// <param name="ApplicationId">Whose it is; 0 where the server does not say.</param>
/// <param name="Token">Answers it.</param>
/// <param name="FocusedKind">Autocomplete: the type of the option being typed, which its suggestions must have.</param>
internal sealed record ParsedInteraction(Interaction Interaction, ulong ApplicationId, string Token, CommandOptionKind FocusedKind);
