using System.Collections.Concurrent;
using ModBot.Configuration;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Moderation;

/// <summary>Every guild's compiled rules: read from the store once, swapped whole on a change.</summary>
internal sealed class GuildRules(IRuleSetStore ruleSets, IGuildSettingsStore settingsStore, FilterRegistry registry, RuleSetDiff diff, DefaultsOptions defaults, TimeProvider time)
{
    private const int MaximumTries = 5;
    private static readonly RuleSet Default = DefaultRuleSet.Create();
    private readonly ConcurrentDictionary<Snowflake, CompiledRuleSet> compiled = new();

    public async ValueTask<CompiledRuleSet> GetAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        if (compiled.TryGetValue(guild, out CompiledRuleSet? known))
            return known;
        CompiledRuleSet fresh = await CompileAsync(guild, cancellationToken);
        return compiled.GetOrAdd(guild, fresh);
    }

    public async Task<RuleSet> GetSourceAsync(Snowflake guild, CancellationToken cancellationToken) =>
        (await ruleSets.GetAsync(guild, cancellationToken))?.Rules ?? Default;

    /// <summary>Makes a new version by a change; the change is repeated on the newest version when somebody else was faster.</summary>
    /// <param name="guild">The guild.</param>
    /// <param name="author">Who asks for it.</param>
    /// <param name="summary">What the author did, in a few words; the history keeps it with the difference.</param>
    /// <param name="change">Gives the changed rules, or null where there is nothing to change.</param>
    /// <param name="cancellationToken">Stops it before it is stored.</param>
    /// <returns>The stored rules, or null where there was nothing to change.</returns>
    /// <exception cref="ArgumentException">The changed rules do not compile.</exception>
    public async Task<RuleSet?> ChangeAsync(Snowflake guild, MessageAuthor author, string summary, Func<RuleSet, RuleSet?> change, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < MaximumTries; attempt++)
        {
            RuleSet before = await GetSourceAsync(guild, cancellationToken);
            RuleSet? changed = change(before);
            if (changed is null)
                return null;
            CompiledRuleSet ready = CompiledRuleSet.Compile(changed, await ModeAsync(guild, cancellationToken), registry);
            var revision = RuleSetRevision.Of(changed, author.Id, author.DisplayName, summary, diff.Between(before, changed), time.GetUtcNow());
            if (await ruleSets.AddAsync(guild, revision, cancellationToken))
            {
                // Two changes may end here in the other order than they were stored in.
                compiled.AddOrUpdate(guild, ready, (_, known) => known.Source.Version > changed.Version ? known : ready);
                return changed;
            }
        }

        throw new InvalidOperationException($"The rules changed {MaximumTries} times while this change was made; try again.");
    }

    public async Task SaveSettingsAsync(Snowflake guild, GuildSettings settings, CancellationToken cancellationToken)
    {
        await settingsStore.SaveAsync(guild, settings, cancellationToken);
        compiled[guild] = await CompileAsync(guild, cancellationToken);
    }

    public Task<GuildSettings> GetSettingsAsync(Snowflake guild, CancellationToken cancellationToken) => settingsStore.GetAsync(guild, cancellationToken);

    public async Task<RuleMode> ModeAsync(Snowflake guild, CancellationToken cancellationToken) =>
        (await settingsStore.GetAsync(guild, cancellationToken)).Mode ?? defaults.Mode;

    private async Task<CompiledRuleSet> CompileAsync(Snowflake guild, CancellationToken cancellationToken) =>
        CompiledRuleSet.Compile(await GetSourceAsync(guild, cancellationToken), await ModeAsync(guild, cancellationToken), registry);
}
