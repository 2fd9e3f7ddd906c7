using Microsoft.Extensions.DependencyInjection;

namespace ModBot.SlashCommands.Strikes;

/// <summary>Registers <c>/strikes</c>. A new sub-command is its own file and one line here.</summary>
internal static class StrikesCommandServices
{
    public static void AddStrikesCommand(this IServiceCollection services)
    {
        services.AddSingleton<StrikeDesk>();
        services.AddSingleton<ISlashCommand>(provider => new CommandFamily("strikes", "Members' strike points, and what follows them.",
        [
            Make<StrikesShow>(provider),
            Make<StrikesAdd>(provider),
            Make<StrikesRemove>(provider),
            Make<StrikesLadder>(provider),
        ]));
    }

    private static ISubCommand Make<TCommand>(IServiceProvider provider)
        where TCommand : ISubCommand => ActivatorUtilities.CreateInstance<TCommand>(provider);
}
