namespace ModBot.Core.Guilds;

/// <summary>A rule that hit too many members with standing: until then it flags only.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Members">How many different members it hit.</param>
/// <param name="At">When it tripped.</param>
/// <param name="Until">When it acts again, unless a moderator resets it before.</param>
public sealed record RuleTrip(string Rule, int Members, DateTimeOffset At, DateTimeOffset Until)
{
    /// <summary>So many different members with standing, hit within <see cref="StandingHits.Window"/>, trip a rule unless the server says otherwise.</summary>
    public const int DefaultMembers = 5;

    /// <summary>How long a rule is held back.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromHours(1);

    /// <summary>The moderators know.</summary>
    public bool IsTold { get; init; }
}
