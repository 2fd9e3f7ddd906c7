using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ModBot.Configuration;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Moderation.Restraints;

namespace ModBot.Moderation;

/// <summary>Posts review cards and keeps them true: one for a case of its own, one for a whole incident.</summary>
internal sealed partial class ReviewCards(
    IModerationPlatform platform, IModerationLog log, GuildRules rules, GuildStates states, GuildDirectory guilds, DefaultsOptions defaults, ILogger<ReviewCards> logger)
    : IDisposable
{
    /// <summary>Cards that are rendered again at once, of so many newest cases: edits are rationed by the platform.</summary>
    private const int Refreshed = 10;

    private const int Looked = 50;

    /// <summary>Cases of one incident take turns, so that it gets one card; different incidents rarely meet in one of these.</summary>
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Incidents whose card is no longer true, and those whose card is being rendered: one edit tells of many cases.</summary>
    private readonly ConcurrentDictionary<(Snowflake Guild, long Incident), byte> stale = new();
    private readonly ConcurrentDictionary<(Snowflake Guild, long Incident), byte> refreshing = new();

    /// <summary>Posts the card of the case's incident where there is none yet, else counts the case on it.</summary>
    public async Task<ActionOutcome> PostAsync(ModerationCase moderationCase, CancellationToken cancellationToken)
    {
        Snowflake guild = moderationCase.Key.GuildId;
        ModerationCase first = await log.GetCaseAsync(guild, moderationCase.IncidentNumber, cancellationToken) ?? moderationCase;
        if (first.Card is null && await PostOnceAsync(moderationCase, cancellationToken) is { } posted)
            return posted;
        await RefreshAsync(guild, moderationCase.IncidentNumber, cancellationToken);
        return new ActionOutcome(OutcomeKind.Done, first.Number == moderationCase.Number ? "" : $"counted on the card of case {first.Number}");
    }

    /// <summary>Posts the card; null where another was faster.</summary>
    private async Task<ActionOutcome?> PostOnceAsync(ModerationCase moderationCase, CancellationToken cancellationToken)
    {
        Snowflake guild = moderationCase.Key.GuildId;
        SemaphoreSlim turn = turns[(int)((guild.Value ^ (ulong)moderationCase.IncidentNumber) % (ulong)turns.Length)];
        await turn.WaitAsync(cancellationToken);
        try
        {
            ModerationCase first = await log.GetCaseAsync(guild, moderationCase.IncidentNumber, cancellationToken) ?? moderationCase;
            return first.Card is null ? await PostFirstAsync(first, cancellationToken) : null;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Makes the incident's card true: by this call, or by the one that is at it already.</summary>
    private async Task RefreshAsync(Snowflake guild, long incident, CancellationToken cancellationToken)
    {
        (Snowflake, long) key = (guild, incident);
        stale[key] = 0;
        while (stale.ContainsKey(key) && refreshing.TryAdd(key, 0))
        {
            try
            {
                while (stale.TryRemove(key, out _))
                {
                    if (await log.GetCaseAsync(guild, incident, cancellationToken) is { } first)
                        await UpdateAsync(first, cancellationToken);
                }
            }
            finally
            {
                refreshing.TryRemove(key, out _);
            }
        }
    }

    private async Task<ActionOutcome> PostFirstAsync(ModerationCase first, CancellationToken cancellationToken)
    {
        Snowflake guild = first.Key.GuildId;
        if (await ChannelAsync(guild, first.Private, cancellationToken) is not { } channel)
            return new ActionOutcome(OutcomeKind.Done, "no review channel is set: the case waits in the log");
        (ActionOutcome outcome, Snowflake? message) = await platform.PostAsync(channel, await RenderAsync(first, cancellationToken), cancellationToken);
        if (message is { } posted)
            await log.SetCardAsync(guild, first.Number, new MessageReference(channel, posted), cancellationToken);
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
        ReviewCard.Render(
            moderationCase,
            await log.CountIncidentAsync(moderationCase.Key.GuildId, moderationCase.IncidentNumber, cancellationToken) - 1,
            (await states.GetAsync(moderationCase.Key.GuildId, cancellationToken)).Stop);

    /// <summary>Renders the newest open cards again: something that all of them show has changed.</summary>
    public async Task RefreshOpenAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        IReadOnlyList<ModerationCase> newest = await log.ListCasesAsync(new CaseQuery { GuildId = guild, Limit = Looked, IncludePrivate = true }, cancellationToken);
        foreach (ModerationCase open in newest.Where(moderationCase => moderationCase is { Card: not null, Reviews.Count: 0 }).Take(Refreshed))
            await UpdateAsync(open, cancellationToken);
    }

    public void Dispose()
    {
        foreach (SemaphoreSlim turn in turns)
            turn.Dispose();
    }

    /// <summary>Where the guild's moderators read cards; null where nothing is set.</summary>
    public async Task<Snowflake?> ChannelAsync(Snowflake guild, bool isPrivate, CancellationToken cancellationToken)
    {
        GuildSettings settings = await rules.GetSettingsAsync(guild, cancellationToken);
        return (isPrivate ? settings.PrivateChannel : null)
            ?? settings.ReviewChannel
            ?? (defaults.ReviewChannel is { } name ? guilds.FindChannel(guild, name)?.Id : null);
    }

    [LoggerMessage(2030, LogLevel.Warning, "The card of case {Case} in guild {Guild} could not be updated, {Outcome}: {Detail}")]
    private partial void LogCardNotUpdated(long @case, Snowflake guild, OutcomeKind outcome, string detail);
}
