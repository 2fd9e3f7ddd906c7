using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ModBot.Core.Filters;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Storage.Cases;
using ModBot.Storage.Engines;
using ModBot.Storage.Learning;
using ModBot.Storage.PostgreSql;
using ModBot.Storage.Sanctions;
using ModBot.Storage.Search;
using ModBot.Storage.Sqlite;
using ModBot.Storage.Statistics;

namespace ModBot.Storage;

/// <summary>Registers the store.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IModerationLog"/>, <see cref="IActionOutbox"/>, <see cref="IRuleSetStore"/>, <see cref="IGuildSettingsStore"/>, <see cref="IShardProgressStore"/> and <see cref="IStorage"/>
    /// on the engine that the options name, what searches, counts and annotates the log, and what is kept of members and guilds besides. The host registers
    /// <see cref="IEvidenceProtector"/> and <see cref="ISearchKeys"/>, and a <see cref="RuleSetJson"/> where its filters are
    /// not <see cref="FilterRegistry.BuiltIn"/>. A started host opens the database before its other services start and removes what has expired; without one, the ports open it on first use.
    /// </summary>
    /// <exception cref="ArgumentException">The options are out of bounds; the message names every fault.</exception>
    public static IServiceCollection AddModBotStorage(this IServiceCollection services, StorageOptions options)
    {
        IReadOnlyList<string> faults = options.Validate();
        if (faults.Count > 0)
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new RuleSetJson(FilterRegistry.BuiltIn));
        if (options.Provider == StorageProvider.PostgreSql)
        {
            services.AddSingleton<PostgreSqlDatabase>();
            services.AddSingleton<IDatabase>(provider => provider.GetRequiredService<PostgreSqlDatabase>());
            services.AddSingleton<IJudgementStore, PostgreSqlJudgementStore>();
            services.AddSingleton<IProcessPresence, PostgreSqlPresence>();
        }
        else
        {
            services.AddSingleton<SqliteDatabase>();
            services.AddSingleton<IDatabase>(provider => provider.GetRequiredService<SqliteDatabase>());
            services.AddSingleton<IJudgementStore, SqliteJudgementStore>();
            services.AddSingleton<IProcessPresence, SqlitePresence>();
        }

        services.AddSingleton<IStorage>(provider => provider.GetRequiredService<IDatabase>());
        services.AddSingleton<IModerationLog, ModerationLog>();
        services.AddSingleton<IActionOutbox, ActionOutbox>();
        services.AddSingleton<IRuleSetStore, RuleSetStore>();
        services.AddSingleton<IGuildSettingsStore, GuildSettingsStore>();
        services.AddSingleton<IStrikeStore, StrikeStore>();
        services.AddSingleton<ICounterStore, CounterStore>();
        services.AddSingleton<IGuildStateStore, GuildStateStore>();
        services.AddSingleton<IDirectMessageRation, DirectMessageRation>();
        services.AddSingleton<IShardProgressStore, ShardProgressStore>();
        services.AddSingleton<CaseIndex>();
        services.AddSingleton<ICaseSearch, CaseSearch>();
        services.AddSingleton<ICaseStatistics, CaseStatistics>();
        services.AddSingleton<ICaseNotes, CaseNotes>();
        services.AddSingleton<IAuditTrail, AuditTrail>();
        services.AddSingleton<IViewingOptionsStore, ViewingOptionsStore>();
        services.AddSingleton<ILearningStore, LearningStore>();
        services.AddHostedService<StorageStartup>();
        services.AddHostedService<CaseIndexWorker>();
        services.AddHostedService<RetentionWorker>();
        return services;
    }
}
