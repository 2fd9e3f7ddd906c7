using ModBot.Core.Platform;

namespace ModBot.Discord.Interactions;

/// <summary>An interaction with what is needed to answer it.</summary>
internal sealed record ParsedInteraction(Interaction Interaction, ulong ApplicationId, string Token);
