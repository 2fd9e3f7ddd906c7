using Discord;
using Microsoft.Extensions.Logging;
using ModBot.Core.Platform;
using ModBot.DiscordNet.Mapping;

namespace ModBot.DiscordNet.Rest;

/// <summary>Registers commands, writing only where they differ: Discord allows 200 new ones a day.</summary>
internal sealed class NetCommands(ClientSource source, ILogger<NetCommands> logger)
{
    public Task<ActionOutcome> RegisterAsync(IReadOnlyList<CommandDefinition> commands, CancellationToken cancellationToken) => Calls.TryAsync(
        async () =>
        {
            ApplicationCommandProperties[] wanted = [.. commands.Select(CommandMapper.Map)];
            IReadOnlyCollection<IApplicationCommand> there = await source.Client.Rest.GetGlobalApplicationCommands(options: Calls.Options(cancellationToken));
            if (string.Equals(CommandText.Of(there), CommandText.Of(commands), StringComparison.Ordinal))
                return;
            await source.Client.Rest.BulkOverwriteGlobalCommands(wanted, Calls.Options(cancellationToken));
            RestLog.CommandsWritten(logger, wanted.Length);
        },
        cancellationToken);
}
