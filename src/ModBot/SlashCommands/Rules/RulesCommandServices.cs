using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Presets;
using ModBot.Documents;

namespace ModBot.SlashCommands.Rules;

/// <summary>Registers <c>/rules</c>. A new sub-command is its own file and one line here.</summary>
internal static class RulesCommandServices
{
    public static void AddRulesCommand(this IServiceCollection services)
    {
        services.AddSingleton<RuleSetJson>();
        services.AddSingleton<RuleSetDiff>();
        services.AddSingleton<RuleWorkbench>();
        services.AddSingleton<RuleVersions>();
        services.AddSingleton<RulePresets>();
        services.AddSingleton<RuleProposals>();
        services.AddSingleton<RuleProposalButtons>();
        services.AddSingleton<RuleDocument>();
        services.AddSingleton<RuleExport>();
        services.AddSingleton<RulesAdd>();
        services.AddSingleton<RulesImport>();
        services.AddSingleton<RulesMode>();
        services.AddSingleton<ShadowCounter>();
        services.AddSingleton<KnownFacts>();
        services.AddSingleton<RuleInquirer>();
        services.AddSingleton<IComponentHandler>(provider => provider.GetRequiredService<RulesAdd>());
        services.AddSingleton<IComponentHandler>(provider => provider.GetRequiredService<RulesImport>());
        services.AddSingleton<IComponentHandler>(provider => provider.GetRequiredService<RulesMode>());
        services.AddSingleton<IComponentHandler>(provider => provider.GetRequiredService<RuleProposalButtons>());
        services.AddSingleton<ISlashCommand, WhyCommand>();
        services.AddSingleton<ISlashCommand>(provider => new CommandFamily("rules", "Look at this server's rules and change them.",
        [
            Make<RulesList>(provider),
            Make<RulesShow>(provider),
            provider.GetRequiredService<RulesAdd>(),
            Make<RulesEdit>(provider),
            Make<RulesRemove>(provider),
            provider.GetRequiredService<RulesMode>(),
            Make<RulesExempt>(provider),
            Make<RulesTest>(provider),
            Make<RulesBackTest>(provider),
            Make<RulesWhy>(provider),
            Make<RulesHistory>(provider),
            Make<RulesDiff>(provider),
            Make<RulesRollback>(provider),
            Make<RulesExport>(provider),
            provider.GetRequiredService<RulesImport>(),
            Make<RulesPresets>(provider),
        ]));
    }

    private static ISubCommand Make<TCommand>(IServiceProvider provider)
        where TCommand : ISubCommand => ActivatorUtilities.CreateInstance<TCommand>(provider);
}
