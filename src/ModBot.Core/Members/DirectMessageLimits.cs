namespace ModBot.Core.Members;

/// <summary>How many direct messages may go out. Discord takes many to strangers for spam, and then bars the bot from sending any.</summary>
public sealed record DirectMessageLimits
{
    public static readonly DirectMessageLimits Default = new();

    /// <summary>A member gets no two within this time, whatever the guild.</summary>
    public TimeSpan PerMember { get; init; } = TimeSpan.FromHours(1);

    /// <summary>For each guild within an hour.</summary>
    public int PerGuild { get; init; } = 30;

    /// <summary>For all guilds together within an hour.</summary>
    public int InAll { get; init; } = 300;

    /// <summary>Who took none is left alone for this time.</summary>
    public TimeSpan AfterRefusal { get; init; } = TimeSpan.FromDays(1);
}
