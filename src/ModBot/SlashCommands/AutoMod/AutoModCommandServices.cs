using Microsoft.Extensions.DependencyInjection;

namespace ModBot.SlashCommands.AutoMod;

/// <summary>Registers <c>/automod</c>.</summary>
internal static class AutoModCommandServices
{
    public static void AddAutoModCommand(this IServiceCollection services)
    {
        services.AddSingleton<AutoModDesk>();
        services.AddSingleton<ISlashCommand>(provider => new CommandFamily("automod", "Discord's own AutoMod, which blocks before anything is posted.",
        [
            ActivatorUtilities.CreateInstance<AutoModList>(provider),
            ActivatorUtilities.CreateInstance<AutoModPushCommand>(provider),
            ActivatorUtilities.CreateInstance<AutoModImportCommand>(provider),
        ]));
    }
}
