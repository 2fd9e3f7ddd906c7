using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

internal sealed class WebhookState
{
    public required Snowflake Id { get; init; }

    public required Snowflake ChannelId { get; set; }

    public required string Name { get; set; }

    public required string Token { get; init; }

    public required Snowflake UserId { get; init; }

    public Snowflake? ApplicationId { get; init; }
}
