using System.Collections.Concurrent;
using ModBot.Core.Guilds;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Moderation.Restraints;

/// <summary>Every guild's state, read from the store once; what has ended is left out.</summary>
internal sealed class GuildStates(IGuildStateStore store, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<Snowflake, Held> held = new();
    private readonly SemaphoreSlim changing = new(1, 1);

    public async ValueTask<GuildState> GetAsync(Snowflake guild, CancellationToken cancellationToken) => (await FindAsync(guild, cancellationToken)).State;

    /// <summary>The rules as the guild's state lets them act.</summary>
    public async ValueTask<CompiledRuleSet> ApplyAsync(Snowflake guild, CompiledRuleSet rules, CancellationToken cancellationToken)
    {
        Held now = await FindAsync(guild, cancellationToken);
        return now.IsCalm ? rules : now.Apply(rules);
    }

    /// <summary>Changes the state durably.</summary>
    public async Task<GuildState> ChangeAsync(Snowflake guild, Func<GuildState, GuildState> change, CancellationToken cancellationToken)
    {
        // One at a time, so that what is held is what was stored last.
        await changing.WaitAsync(cancellationToken);
        try
        {
            GuildState stored = (await store.ChangeAsync(guild, change, cancellationToken)).At(time.GetUtcNow());
            held[guild] = new Held(stored);
            return stored;
        }
        finally
        {
            changing.Release();
        }
    }

    public void Dispose() => changing.Dispose();

    private async ValueTask<Held> FindAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        if (!held.TryGetValue(guild, out Held? known))
            known = held.GetOrAdd(guild, new Held((await store.GetAsync(guild, cancellationToken)).At(time.GetUtcNow())));
        if (known.NextEnd is not { } end || end > time.GetUtcNow())
            return known;
        var rest = new Held(known.State.At(time.GetUtcNow()));
        held.TryUpdate(guild, rest, known);
        return rest;
    }

    private sealed class Held(GuildState state)
    {
        private CompiledRuleSet? unbound;
        private CompiledRuleSet? bound;

        public GuildState State { get; } = state;

        public DateTimeOffset? NextEnd { get; } = state.NextEnd;

        public bool IsCalm { get; } = state == GuildState.Calm;

        public CompiledRuleSet Apply(CompiledRuleSet rules)
        {
            lock (this)
            {
                if (!ReferenceEquals(unbound, rules))
                    (unbound, bound) = (rules, rules.Under(State));
                return bound!;
            }
        }
    }
}
