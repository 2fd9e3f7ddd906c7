using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Cases;

/// <summary>Which cases to list, newest first.</summary>
public sealed record CaseQuery
{
    public required Snowflake GuildId { get; init; }

    /// <summary>Only numbers below this one (keyset paging); null for the newest.</summary>
    public long? Before { get; init; }

    /// <summary>1..200.</summary>
    public int Limit { get; init; } = 25;

    public Disposition? Disposition { get; init; }

    public Snowflake? AuthorId { get; init; }

    public string? Rule { get; init; }

    /// <summary>Private cases too. Default false.</summary>
    public bool IncludePrivate { get; init; }
}
