using ModBot.Core.Filters;
using ModBot.Core.Guilds;
using ModBot.Core.Messages;
using ModBot.Moderation.Occurrences;

namespace ModBot.Moderation;

/// <summary>What is remembered of one guild's recent messages and members. Touched by the guild's lane only.</summary>
internal sealed class GuildMemory
{
    /// <summary>More authors than this and the counts are read from the store again: bounds memory in huge guilds.</summary>
    private const int MaximumAuthors = 10_000;

    private readonly Dictionary<Snowflake, int> judged = [];

    public BehaviourHistory History { get; } = new();

    public KnownMembers Members { get; } = new();

    /// <summary>What AutoMod told lately: it tells of one match once for each action of its rule.</summary>
    public RecentTriggers Triggers { get; } = new();

    /// <summary>Whom with standing the rules hit lately, for the circuit breaker.</summary>
    public StandingHits StandingHits { get; } = new();

    public bool TryGetJudged(Snowflake author, out int count) => judged.TryGetValue(author, out count);

    public void SetJudged(Snowflake author, int count)
    {
        if (judged.Count >= MaximumAuthors && !judged.ContainsKey(author))
            judged.Clear();
        judged[author] = count;
    }
}
