using Microsoft.Extensions.DependencyInjection;

namespace ModBot.SlashCommands.Model;

/// <summary>Registers <c>/model</c>. A new sub-command is its own file and one line here.</summary>
internal static class ModelCommandServices
{
    public static void AddModelCommand(this IServiceCollection services) =>
        services.AddSingleton<ISlashCommand>(provider => new CommandFamily("model", "The spam model: what it knows, from which scores it acts, and what it may learn.",
        [
            Make<ModelStatus>(provider),
            Make<ModelThreshold>(provider),
            Make<ModelCalibrate>(provider),
            Make<ModelExplain>(provider),
            Make<ModelLearning>(provider),
            Make<ModelExamplesAdd>(provider),
            Make<ModelExamplesList>(provider),
            Make<ModelExamplesRemove>(provider),
        ]));

    private static ISubCommand Make<TCommand>(IServiceProvider provider)
        where TCommand : ISubCommand => ActivatorUtilities.CreateInstance<TCommand>(provider);
}
