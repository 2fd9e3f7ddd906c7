using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using ModBot.CommandLine;
using ModBot.Configuration;
using ModBot.Core.Filters;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Discord;
using ModBot.Learning;
using ModBot.Models;
using ModBot.Moderation;
using ModBot.Moderation.Occurrences;
using ModBot.SlashCommands;
using ModBot.Moderation.Actions;
using ModBot.Moderation.Restraints;
using ModBot.SlashCommands.Restraints;
using ModBot.SlashCommands.AutoMod;
using ModBot.SlashCommands.Model;
using ModBot.SlashCommands.Rules;
using ModBot.SlashCommands.Strikes;
using ModBot.SlashCommands.Undo;
using ModBot.Storage;

namespace ModBot.Hosting;

/// <summary>Puts the process together.</summary>
internal static class ModBotHost
{
    /// <summary>The bot: client, store, rules, model, commands.</summary>
    /// <param name="configuration">All settings.</param>
    /// <param name="paths">Where things are.</param>
    /// <param name="discord">Where to connect to and with which token.</param>
    /// <param name="fallbackMode">The mode of guilds that have not chosen one, where <c>Defaults:Mode</c> does not say.</param>
    /// <param name="model">The opened model.</param>
    /// <param name="change">Changes the services before the host is built; for tests.</param>
    /// <param name="client">What connects; ModBot's own client by default.</param>
    /// <param name="trainer">What the model was made with; ModBot's own trainer by default.</param>
    /// <exception cref="UsageException">A setting is wrong.</exception>
    public static IHost Build(IConfiguration configuration, ModBotPaths paths, DiscordOptions discord, RuleMode fallbackMode, ISpamModel model, Action<IServiceCollection>? change = null, ClientPart? client = null, TrainerPart? trainer = null)
    {
        HostApplicationBuilder builder = Create(configuration, paths, fallbackMode == RuleMode.Enforce ? LogLevel.Warning : LogLevel.Information);
        IServiceCollection services = builder.Services;
        services.AddSingleton(DefaultsOptions.From(configuration, fallbackMode));
        services.AddSingleton(InteractionOptions.From(configuration));
        services.AddSingleton(DomainListSettings.From(configuration));
        services.AddSingleton(model);
        services.AddSingleton(new GuildTrainer(trainer ?? ModBotParts.BuiltIn.Trainers[0], new SeedLibrary(paths.Seeds)));
        (client ?? ModBotParts.BuiltIn.Clients[0]).Add(services, discord);
        AddModeration(services);
        services.AddSingleton<BotWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<DomainListFiles>());
        services.AddHostedService(provider => provider.GetRequiredService<BotWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<LongCommands>());
        services.AddHostedService(provider => provider.GetRequiredService<ActionQueue>());
        services.AddHostedService(provider => provider.GetRequiredService<PendingActions>());
        services.AddHostedService(provider => provider.GetRequiredService<RestraintNotices>());
        services.AddHostedService(provider => provider.GetRequiredService<LearningWorker>());
        change?.Invoke(services);
        return builder.Build();
    }

    /// <summary>Only the store, for commands that read it.</summary>
    public static IHost BuildStore()
    {
        IConfigurationRoot configuration = ModBotConfiguration.Load();
        return BuildStore(configuration, ModBotPaths.From(configuration));
    }

    /// <summary>The same with settings that are read already.</summary>
    public static IHost BuildStore(IConfiguration configuration, ModBotPaths paths) => Create(configuration, paths, LogLevel.Warning).Build();

    private static HostApplicationBuilder Create(IConfiguration configuration, ModBotPaths paths, LogLevel least)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        // The key ring lies in a folder of its own that only its owner reads; encrypting it as well is the operator's choice.
        builder.Logging.SetMinimumLevel(least).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddConfiguration(configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddDataProtection().SetApplicationName("ModBot").PersistKeysToFileSystem(Directory.CreateDirectory(paths.Keys));
        builder.Services.AddSingleton<IEvidenceProtector, EvidenceProtector>();
        builder.Services.AddSingleton<ISearchKeys>(new SearchKeys(paths.Keys));
        builder.Services.AddSingleton(FilterRegistry.BuiltIn);
        builder.Services.AddModBotStorage(StorageSettings.From(configuration, paths));
        return builder;
    }

    private static void AddModeration(IServiceCollection services)
    {
        services.AddSingleton<GuildDirectory>();
        services.AddSingleton<IGuildDirectory>(provider => provider.GetRequiredService<GuildDirectory>());
        services.AddSingleton<GuildRules>();
        services.AddSingleton<ModerationFeed>();
        services.AddSingleton<GuildMemories>();
        services.AddSingleton<MemberTallies>();
        services.AddSingleton<GuildStates>();
        services.AddSingleton<CircuitBreaker>();
        services.AddSingleton<RestraintNotices>();
        services.AddSingleton<OccurrenceReader>();
        services.AddSingleton<OccurrenceFeed>();
        services.AddSingleton<GuildModels>();
        services.AddSingleton<ReviewReader>();
        services.AddSingleton<GuildLearning>();
        services.AddSingleton<LearningWorker>();
        services.AddSingleton<DomainListFiles>();
        services.AddSingleton<InviteDirectory>();
        services.AddSingleton<JudgingResources>();
        services.AddSingleton<MessageModerator>();
        services.AddSingleton<DeletionBatches>();
        services.AddActions();
        services.AddSingleton<ActionQueue>();
        services.AddSingleton<PendingActions>();
        services.AddSingleton<DeadLetters>();
        services.AddSingleton<ReviewCards>();
        services.AddSingleton<ICaseFeed, CaseFeed>();
        services.AddSingleton<CaseReviewer>();
        services.AddSingleton<ICaseReviewer>(provider => provider.GetRequiredService<CaseReviewer>());
        services.AddSingleton<IComponentHandler, CaseButtons>();
        services.AddSingleton<LongCommands>();
        services.AddSingleton<InteractionRouter>();
        services.AddSingleton<IPlatformEventHandler, ModerationService>();
        services.AddSingleton<ISlashCommand, ModLogCommand>();
        services.AddSingleton<ISlashCommand, CaseCommand>();
        services.AddRulesCommand();
        services.AddModelCommand();
        services.AddSingleton<ISlashCommand, TermsCommand>();
        services.AddSingleton<ISlashCommand, SetupCommand>();
        services.AddSingleton<CommandAudit>();
        services.AddSingleton<ISlashCommand, PauseCommand>();
        services.AddSingleton<ISlashCommand, ResumeCommand>();
        services.AddSingleton<IComponentHandler, RestraintButtons>();
        services.AddStrikesCommand();
        services.AddAutoModCommand();
        services.AddSingleton<RuleUndo>();
        services.AddSingleton<ISlashCommand>(provider => new CommandFamily("undo", "Take back what ModBot did.", [ActivatorUtilities.CreateInstance<UndoRule>(provider)]));
    }
}
