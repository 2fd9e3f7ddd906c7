namespace ModBot.Core.Guilds;

/// <summary>A rule that hit too many members with standing: until then it flags only.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Members">How many different members it hit.</param>
/// <param name="At">When it tripped.</param>
/// <param name="Until">When it acts again, unless a moderator resets it before.</param>
public sealed record RuleTrip(string Rule, int Members, DateTimeOffset At, DateTimeOffset Until);
