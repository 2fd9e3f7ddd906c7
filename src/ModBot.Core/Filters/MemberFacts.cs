using System.Collections.Frozen;
using ModBot.Core.Occurrences;
using ModBot.Core.Rules;

namespace ModBot.Core.Filters;

/// <summary>What is known of an author besides what is judged.</summary>
/// <param name="JoinedAt">When they joined; null where unknown.</param>
/// <param name="JudgedMessages">How many of their messages this guild's bot has judged before this one.</param>
public sealed record MemberFacts(DateTimeOffset? JoinedAt, int JudgedMessages)
{
    /// <summary>Standing asks for 7 days of membership and 20 judged messages (the default policy).</summary>
    public static readonly TimeSpan StandingAge = TimeSpan.FromDays(7);

    public const int StandingMessages = 20;

    private static readonly FrozenDictionary<string, double> NoCounters = FrozenDictionary<string, double>.Empty;

    /// <summary>The author's strike points when the message was posted, decay deducted.</summary>
    public double Strikes { get; init; }

    /// <summary>What the named counters stood at when the message was posted: the author's, the channel's or the server's, as each counts. Absent: 0.</summary>
    public IReadOnlyDictionary<string, double> Counters { get; init; } = NoCounters;

    /// <summary>The server's raid level.</summary>
    public RaidLevel Raid { get; init; }

    /// <summary>Somebody of whom nothing is known: no standing.</summary>
    public static readonly MemberFacts Unknown = new(null, 0);

    /// <summary>Somebody stated to have standing.</summary>
    public static readonly MemberFacts Trusted = new(DateTimeOffset.UnixEpoch, StandingMessages);

    /// <summary>True for members of <see cref="StandingAge"/> or more at that time with <see cref="StandingMessages"/> or more.</summary>
    public bool HasStanding(DateTimeOffset at) => JudgedMessages >= StandingMessages && JoinedAt is { } joined && at - joined >= StandingAge;

    public static MemberFacts Of(Occurrence occurrence, int judgedMessages) => new(occurrence.Author.JoinedAt, judgedMessages);
}
