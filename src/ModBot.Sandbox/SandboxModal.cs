using ModBot.Core.Messages;

namespace ModBot.Sandbox;

/// <summary>A form that the bot opened for a user.</summary>
/// <param name="InteractionId">Of the interaction that opened it; submit with it.</param>
/// <param name="CustomId">The bot's name for it.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Json">The whole form as the bot sent it.</param>
public sealed record SandboxModal(Snowflake InteractionId, string CustomId, string Title, string Json);
