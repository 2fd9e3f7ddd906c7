using System.Reflection;
using Discord;
using Microsoft.ML;
using ModBot.Hosting;
using ModBot.MicrosoftML;

namespace ModBot.DiscordNet;

/// <summary>Both clients and both models; Discord.Net and Microsoft.ML where nothing else is asked for.</summary>
internal static class OwnersParts
{
    public static readonly ModBotParts All = new()
    {
        Clients =
        [
            new ClientPart(DiscordNetServices.ClientId, $"Discord.Net {DiscordConfig.Version}", static (services, options) => services.AddDiscordNetClient(options)),
            .. ModBotParts.BuiltIn.Clients,
        ],
        Trainers =
        [
            new TrainerPart(MicrosoftMlTrainer.TrainerId, $"Microsoft.ML {VersionOf(typeof(MLContext))}", static prior => new MicrosoftMlTrainer { Prior = prior }),
            .. ModBotParts.BuiltIn.Trainers,
        ],
    };

    /// <summary>The package's version: its assemblies all say 1.0.0.0.</summary>
    private static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "?";
}
