using Microsoft.Extensions.Logging;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Moderation.Occurrences;
using ModBot.SlashCommands;

namespace ModBot.Moderation;

/// <summary>Takes the platform's events and hands each to whom it concerns.</summary>
internal sealed partial class ModerationService(
    OccurrenceFeed occurrences, InteractionRouter interactions, IModerationPlatform platform, GuildDirectory guilds, ModerationFeed feed, ILogger<ModerationService> logger)
    : IPlatformEventHandler
{
    public async ValueTask HandleAsync(PlatformEvent platformEvent, CancellationToken cancellationToken)
    {
        switch (platformEvent)
        {
            case InteractionReceived received:
                await interactions.HandleAsync(received.Interaction, received.Responder, cancellationToken);
                break;
            case SessionReady ready:
                await BeginSessionAsync(ready, cancellationToken);
                break;
            case GuildAvailable available:
                guilds.Set(available.Guild);
                feed.GuildArrived(available.Guild.Id);
                LogGuild(available.Guild.Id, available.Guild.JustJoined);
                break;
            case GuildLeft left:
                guilds.Remove(left.GuildId);
                occurrences.Forget(left);
                LogGuildLeft(left.GuildId);
                break;
            case MessageContentMissing missing:
                LogContentMissing(missing.GuildId);
                break;
            default:
                await occurrences.TakeAsync(platformEvent, cancellationToken);
                break;
        }
    }

    private async Task BeginSessionAsync(SessionReady ready, CancellationToken cancellationToken)
    {
        LogReady(ready.BotName, ready.BotUserId, ready.GuildCount, ready.Resumed);
        guilds.Bot = ready.BotUserId;
        if (ready.Resumed)
            return;
        ActionOutcome outcome = await platform.RegisterCommandsAsync(interactions.Definitions, cancellationToken);
        if (!outcome.IsDone)
            LogCommandsNotRegistered(outcome.Kind, outcome.Detail);
    }

    [LoggerMessage(1001, LogLevel.Information, "Connected as {Bot} ({BotId}) to {Guilds} guild(s), resumed: {Resumed}")]
    private partial void LogReady(string bot, Snowflake botId, int guilds, bool resumed);

    [LoggerMessage(1002, LogLevel.Warning, "The slash commands could not be registered, {Outcome}: {Detail}. Moderation goes on without them.")]
    private partial void LogCommandsNotRegistered(OutcomeKind outcome, string detail);

    [LoggerMessage(1003, LogLevel.Information, "Guild {Guild} is available, just joined: {JustJoined}")]
    private partial void LogGuild(Snowflake guild, bool justJoined);

    [LoggerMessage(1004, LogLevel.Information, "Left guild {Guild}")]
    private partial void LogGuildLeft(Snowflake guild);

    [LoggerMessage(1005, LogLevel.Error, "Messages of guild {Guild} come without content: enable the Message Content intent for this bot in the developer portal")]
    private partial void LogContentMissing(Snowflake guild);
}
