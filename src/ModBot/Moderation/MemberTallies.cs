using System.Collections.Concurrent;
using System.Collections.Frozen;
using ModBot.Core.Filters;
using ModBot.Core.Members;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Moderation;

/// <summary>Strikes and counters for judging: read from the store when somebody is first seen, and again when they change or grow old.</summary>
internal sealed class MemberTallies(IStrikeStore strikes, ICounterStore counters, TimeProvider time)
{
    /// <summary>More than this and all are read again: about 3 MB.</summary>
    private const int Capacity = 20_000;

    /// <summary>What another process changed is seen after this time.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Snowflake Guild, Snowflake Subject), Tally> known = new();

    /// <summary>The facts with strikes and counters as they stood when it happened.</summary>
    public async ValueTask<MemberFacts> CompleteAsync(MemberFacts facts, Occurrence occurrence, RuleSet rules, CancellationToken cancellationToken)
    {
        Tally member = await FindAsync(occurrence.GuildId, occurrence.Author.Id, isMember: true, rules, cancellationToken);
        Tally channel = occurrence.ChannelId == default ? Tally.None : await FindAsync(occurrence.GuildId, occurrence.ChannelId, isMember: false, rules, cancellationToken);
        Tally server = await FindAsync(occurrence.GuildId, occurrence.GuildId, isMember: false, rules, cancellationToken);
        if (member.IsEmpty && channel.IsEmpty && server.IsEmpty)
            return facts;
        return facts with
        {
            Strikes = StrikePolicy.Whole(rules.Strikes.PointsAfter(member.Strikes, occurrence.At - member.At)),
            Counters = member.Counters.Concat(channel.Counters).Concat(server.Counters)
                .Select(reading => (reading.Key.Name, Value: CounterSpec.Whole(rules.CounterOf(reading.Key.Name).ValueAfter(reading.Value, occurrence.At - reading.At))))
                .GroupBy(counter => counter.Name, StringComparer.Ordinal)
                .ToFrozenDictionary(group => group.Key, group => group.Max(counter => counter.Value), StringComparer.Ordinal),
        };
    }

    /// <summary>Something of that member, channel or guild changed.</summary>
    public void Forget(Snowflake guild, Snowflake subject) => known.TryRemove((guild, subject), out _);

    private async ValueTask<Tally> FindAsync(Snowflake guild, Snowflake subject, bool isMember, RuleSet rules, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (known.TryGetValue((guild, subject), out Tally? tally) && now - tally.At < Fresh)
            return tally;
        double points = isMember ? StrikeTally.PointsAt(await strikes.ListAsync(guild, subject, cancellationToken), rules.Strikes, now) : 0;
        tally = new Tally(points, await counters.ReadAsync(guild, [subject], cancellationToken), now);
        if (known.Count >= Capacity)
            known.Clear();
        known[(guild, subject)] = tally;
        return tally;
    }

    private sealed record Tally(double Strikes, IReadOnlyList<CounterReading> Counters, DateTimeOffset At)
    {
        public static readonly Tally None = new(0, [], default);

        public bool IsEmpty => Strikes <= 0 && Counters.Count == 0;
    }
}
