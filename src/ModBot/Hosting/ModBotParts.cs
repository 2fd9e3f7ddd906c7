using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using ModBot.CommandLine;
using ModBot.Core.Spam;
using ModBot.Discord;

namespace ModBot.Hosting;

/// <summary>
/// What a program on this host is made of: the Discord clients and spam-model trainers it can choose from, the first of each
/// being its default. <c>Discord:Client</c> and <c>Spam:Trainer</c> choose; every pairing works.
/// </summary>
public sealed record ModBotParts
{
    /// <summary>ModBot's own client and model, which need no packages.</summary>
    public static readonly ModBotParts BuiltIn = new()
    {
        Clients = [new ClientPart("built-in", "ModBot's own client", static (services, options) => services.AddDiscordClient(options))],
        Trainers = [new TrainerPart("built-in", "ModBot's own linear model", static prior => new BuiltInTrainer { Prior = prior })],
    };

    /// <summary>At least one.</summary>
    public required ImmutableArray<ClientPart> Clients { get; init; }

    /// <summary>At least one.</summary>
    public required ImmutableArray<TrainerPart> Trainers { get; init; }

    /// <exception cref="UsageException"><c>Discord:Client</c> names none of them.</exception>
    internal ClientPart Client(IConfiguration configuration) => configuration["Discord:Client"] is { Length: > 0 } id
        ? Clients.FirstOrDefault(part => string.Equals(part.Id, id, StringComparison.Ordinal)) ?? throw Unknown("Discord:Client", id, Clients.Select(part => part.Id))
        : Clients[0];

    /// <param name="configuration">Where <c>Spam:Trainer</c> stands.</param>
    /// <param name="asked">What <c>--trainer</c> says; null for nothing.</param>
    /// <exception cref="UsageException">The name is none of them.</exception>
    internal TrainerPart Trainer(IConfiguration configuration, string? asked = null) => (asked ?? configuration["Spam:Trainer"]) is { Length: > 0 } id
        ? Trainers.FirstOrDefault(part => string.Equals(part.Id, id, StringComparison.Ordinal)) ?? throw Unknown(asked is null ? "Spam:Trainer" : "--trainer", id, Trainers.Select(part => part.Id))
        : Trainers[0];

    private static UsageException Unknown(string setting, string id, IEnumerable<string> known) =>
        new($"{setting} is '{id}'; this program has {string.Join(" and ", known)}. Discord.Net and Microsoft.ML come with src/ModBot.DiscordNet.");
}
