using Microsoft.Extensions.Logging;
using ModBot.Core.Guilds;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Moderation.Restraints;

/// <summary>
/// Holds a rule back that suddenly deletes messages of, or punishes, many different members with standing: from then on it flags
/// only, until a moderator resets it or <see cref="RuleTrip.Lasting"/> is over. A rule gone wrong is likelier than a server whose
/// old members all turned bad within minutes.
/// </summary>
internal sealed partial class CircuitBreaker(GuildRules rules, GuildStates states, RestraintNotices notices, TimeProvider time, ILogger<CircuitBreaker> logger)
{
    /// <summary>Notes what the verdict does to a member with standing.</summary>
    /// <returns>The rules to judge with again where one of them tripped; else null.</returns>
    public async ValueTask<CompiledRuleSet?> WatchAsync(StandingHits hits, Occurrence occurrence, Verdict verdict, CompiledRuleSet ruleSet, CancellationToken cancellationToken)
    {
        if (!verdict.Standing || verdict.Actions.Count == 0)
            return null;
        string[] harsh = [.. verdict.Hits.Where(hit => !hit.Shadow && ruleSet.IsHarsh(hit)).Select(hit => hit.Rule).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (harsh.Length == 0)
            return null;
        Snowflake guild = occurrence.GuildId;
        int most = (await rules.GetSettingsAsync(guild, cancellationToken)).BreakerMembers;
        if (most <= 0)
            return null;
        DateTimeOffset now = time.GetUtcNow();
        RuleTrip[] trips = [.. harsh.Where(rule => hits.Note(rule, occurrence.Author.Id, occurrence.At, most) >= most).Select(rule => new RuleTrip(rule, most, now, now + RuleTrip.Lasting))];
        if (trips.Length == 0)
            return null;
        foreach (RuleTrip trip in trips)
        {
            hits.Forget(trip.Rule);
            LogTripped(trip.Rule, guild, trip.Members);
        }

        await states.ChangeAsync(guild, state => state with { Trips = state.Trips.RemoveAll(known => trips.Any(trip => Same(trip.Rule, known.Rule))).AddRange(trips) }, cancellationToken);
        notices.Look(guild);
        return await states.ApplyAsync(guild, await rules.GetAsync(guild, cancellationToken), cancellationToken);
    }

    /// <summary>Lets a rule act again.</summary>
    /// <returns>False where it was not held back.</returns>
    public async Task<bool> ResetAsync(Snowflake guild, string rule, CancellationToken cancellationToken)
    {
        bool wasHeld = (await states.GetAsync(guild, cancellationToken)).Trips.Any(trip => Same(trip.Rule, rule));
        if (wasHeld)
            await states.ChangeAsync(guild, state => state with { Trips = state.Trips.RemoveAll(trip => Same(trip.Rule, rule)) }, cancellationToken);
        return wasHeld;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(2060, LogLevel.Warning, "Rule {Rule} in guild {Guild} hit {Members} members with standing and flags only from now on")]
    private partial void LogTripped(string rule, Snowflake guild, int members);
}
