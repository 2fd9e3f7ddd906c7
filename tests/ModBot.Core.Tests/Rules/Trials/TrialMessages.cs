using ModBot.Core.Messages;

namespace ModBot.Core.Tests.Rules.Trials;

/// <summary>Messages of one channel, a minute apart.</summary>
internal static class TrialMessages
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static ChatMessage Of(int number, string text, ulong author = 7, int daysMember = 1, bool isModerator = false) => new()
    {
        Id = Snowflake.At(Start.AddMinutes(number), (uint)number),
        GuildId = new Snowflake(1),
        ChannelId = new Snowflake(2),
        Author = new MessageAuthor { Id = new Snowflake(author), Username = $"user{author}", JoinedAt = Start.AddDays(-daysMember), IsModerator = isModerator },
        Content = text,
    };
}
