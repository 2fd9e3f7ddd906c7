using ModBot.Core.Messages;

namespace ModBot.Benchmarks;

/// <summary>An ordinary chat message of 100 characters.</summary>
internal static class SampleMessage
{
    public const string Text = "ok so the second boss drops the key, then go back to the tower and talk to the old man at the gates.";

    public static ChatMessage Create() => new()
    {
        Id = Snowflake.At(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        GuildId = new Snowflake(1),
        ChannelId = new Snowflake(2),
        Author = new MessageAuthor { Id = new Snowflake(3), Username = "somebody" },
        Content = Text,
    };
}
