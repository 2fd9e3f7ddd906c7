using System.Text.Json;
using Microsoft.Extensions.Logging;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Parsing;
using ModBot.Discord.State;

namespace ModBot.Discord.Rest;

/// <summary>Registers commands, writing only where they differ: Discord allows 200 new ones a day.</summary>
internal sealed class CommandCalls(RestClient rest, BotAccount account, ILogger<CommandCalls> logger)
{
    public async Task<ActionOutcome> RegisterAsync(IReadOnlyList<CommandDefinition> commands, CancellationToken cancellationToken)
    {
        if (account.ApplicationId.Value == 0 && await FindApplicationAsync(cancellationToken) is { } failure)
            return failure;
        byte[] wanted = JsonSerializer.SerializeToUtf8Bytes([.. commands.Select(CommandBodies.From)], WireJson.Default.CommandBodyArray);
        RestRoute route = RestRoute.Commands(account.ApplicationId);
        RestReply current = await rest.SendAsync(RestRequest.Get(route), cancellationToken);
        // A server that cannot list them may still take them.
        if (!current.IsSuccess && current.Status is not (404 or 405 or 501))
            return current.ToOutcome();
        if (current.IsSuccess && AreEqual(current.Body, wanted))
        {
            RestLog.CommandsUnchanged(logger, commands.Count);
            return ActionOutcome.Done;
        }

        RestReply written = await rest.SendAsync(RestRequest.Put(route, wanted), cancellationToken);
        if (written.IsSuccess)
            RestLog.CommandsRegistered(logger, commands.Count);
        return written.ToOutcome();
    }

    private bool AreEqual(byte[] registered, byte[] wanted)
    {
        try
        {
            using var left = JsonDocument.Parse(registered);
            using var right = JsonDocument.Parse(wanted);
            return CommandComparison.AreEqual(left.RootElement, right.RootElement);
        }
        catch (JsonException exception)
        {
            RestLog.Unreadable(logger, "applications/a/commands", exception);
            return false;
        }
    }

    private async Task<ActionOutcome?> FindApplicationAsync(CancellationToken cancellationToken)
    {
        RestReply reply = await rest.SendAsync(RestRequest.Get(RestRoute.CurrentApplication), cancellationToken);
        if (!reply.IsSuccess)
            return reply.ToOutcome();
        ulong id = ApplicationReply.Read(reply.Body).Id;
        if (id == 0)
            return new ActionOutcome(OutcomeKind.Unavailable, "Discord's answer named no application.");
        account.SetApplication(id);
        return null;
    }
}
