using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.Discord.Lanes;

/// <summary>Where lanes read what they could not take.</summary>
internal interface IMessageHistory
{
    /// <summary>Reads up to 100 messages after an id.</summary>
    Task<HistoryPage> ReadPageAsync(Snowflake guild, Snowflake channel, Snowflake after, int limit, CancellationToken cancellationToken);

    /// <summary>Reads one message; null with a good outcome where it is the bot's own.</summary>
    Task<(ActionOutcome Outcome, ChatMessage? Message)> ReadOneAsync(Snowflake guild, Snowflake channel, Snowflake message, CancellationToken cancellationToken);
}

/// <summary>A page of history.</summary>
/// <param name="Outcome">What came of the call.</param>
/// <param name="Messages">Oldest first, without the bot's own.</param>
/// <param name="Newest">The newest id seen, the bot's own included; 0 for none.</param>
/// <param name="Seen">How many there were, the bot's own included.</param>
/// <param name="IsLast">Nothing stands after it.</param>
internal sealed record HistoryPage(ActionOutcome Outcome, IReadOnlyList<ChatMessage> Messages, Snowflake Newest, int Seen, bool IsLast)
{
    /// <summary>The oldest id seen, the bot's own included; 0 for none.</summary>
    public Snowflake Oldest { get; init; }

    /// <summary>The page as it is read backwards.</summary>
    public MessagePage Backwards => new([.. Messages.Reverse()], IsLast ? null : Oldest);

    public static HistoryPage Failed(ActionOutcome outcome) => new(outcome, [], default, 0, IsLast: true);
}
