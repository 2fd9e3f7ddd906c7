using Microsoft.Extensions.Logging;
using ModBot.Configuration;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Moderation;

/// <summary>Posts review cards and keeps them true: one for a case of its own, one for a whole incident.</summary>
internal sealed partial class ReviewCards(
    IModerationPlatform platform, IModerationLog log, GuildRules rules, GuildDirectory guilds, DefaultsOptions defaults, ILogger<ReviewCards> logger)
{
    /// <summary>Posts the case's card, or counts the case on its incident's card.</summary>
    public async Task<ActionOutcome> PostAsync(ModerationCase moderationCase, CancellationToken cancellationToken)
    {
        Snowflake guild = moderationCase.Key.GuildId;
        if (moderationCase.IncidentNumber != moderationCase.Number
            && await log.GetCaseAsync(guild, moderationCase.IncidentNumber, cancellationToken) is { Card: not null } first)
        {
            await UpdateAsync(first, cancellationToken);
            return new ActionOutcome(OutcomeKind.Done, $"counted on the card of case {first.Number}");
        }

        if (await ChannelAsync(guild, moderationCase.Private, cancellationToken) is not { } channel)
            return new ActionOutcome(OutcomeKind.Done, "no review channel is set: the case waits in the log");
        (ActionOutcome outcome, Snowflake? message) = await platform.PostAsync(channel, ReviewCard.Render(moderationCase, others: 0), cancellationToken);
        if (message is { } posted)
            await log.SetCardAsync(guild, moderationCase.Number, new MessageReference(channel, posted), cancellationToken);
        return outcome;
    }

    /// <summary>Renders the case's card again, where it has one.</summary>
    public async Task UpdateAsync(ModerationCase moderationCase, CancellationToken cancellationToken)
    {
        if (moderationCase.Card is not { } card)
            return;
        ActionOutcome outcome = await platform.EditAsync(card.ChannelId, card.MessageId, await RenderAsync(moderationCase, cancellationToken), cancellationToken);
        if (!outcome.IsDone)
            LogCardNotUpdated(moderationCase.Number, moderationCase.Key.GuildId, outcome.Kind, outcome.Detail);
    }

    /// <summary>The case's card as it should look now.</summary>
    public async Task<OutgoingMessage> RenderAsync(ModerationCase moderationCase, CancellationToken cancellationToken) =>
        ReviewCard.Render(moderationCase, await log.CountIncidentAsync(moderationCase.Key.GuildId, moderationCase.IncidentNumber, cancellationToken) - 1);

    private async Task<Snowflake?> ChannelAsync(Snowflake guild, bool isPrivate, CancellationToken cancellationToken)
    {
        GuildSettings settings = await rules.GetSettingsAsync(guild, cancellationToken);
        return (isPrivate ? settings.PrivateChannel : null)
            ?? settings.ReviewChannel
            ?? (defaults.ReviewChannel is { } name ? guilds.FindChannel(guild, name)?.Id : null);
    }

    [LoggerMessage(2030, LogLevel.Warning, "The card of case {Case} in guild {Guild} could not be updated, {Outcome}: {Detail}")]
    private partial void LogCardNotUpdated(long @case, Snowflake guild, OutcomeKind outcome, string detail);
}
