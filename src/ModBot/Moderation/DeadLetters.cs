using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Moderation;

/// <summary>Tells the moderators, once, what could not be carried out.</summary>
internal sealed partial class DeadLetters(
    IModerationPlatform platform, IActionOutbox outbox, ReviewCards cards, TimeProvider time, ILogger<DeadLetters> logger)
{
    /// <summary>The same failure in the same server is told once in this time: a missing permission fails with every case.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    private const int Red = 0xC03030;
    private const int MaximumRemembered = 4_096;

    private readonly ConcurrentDictionary<(Snowflake Guild, ActionKind Kind, string Detail), DateTimeOffset> told = new();

    /// <summary>Whether moderators need to hear that such an action failed: not of a member who takes no messages, nor of a card that cannot be posted.</summary>
    public static bool Concerns(ModerationCase moderationCase, ActionKind kind) =>
        kind is not (ActionKind.NotifyAuthor or ActionKind.Warn or ActionKind.Flag or ActionKind.Strike or ActionKind.Log)
        // Whoever overturned the case is told by the answer to that.
        && !(kind == ActionKind.TakeBack && moderationCase.Reviews is [{ Decision: ReviewDecision.Overturned }, ..]);

    /// <summary>Posts one card about all of them, and marks them told.</summary>
    public async Task TellAsync(ModerationCase moderationCase, IReadOnlyList<CaseAction> failed, CancellationToken cancellationToken)
    {
        Snowflake guild = moderationCase.Key.GuildId;
        long[] ids = [.. failed.Select(action => action.Id)];
        CaseAction[] news = [.. failed.Where(action => IsNews(guild, action))];
        if (news.Length > 0 && await cards.ChannelAsync(guild, moderationCase.Private, cancellationToken) is { } channel)
        {
            (ActionOutcome outcome, _) = await platform.PostAsync(channel, Card(moderationCase, news), cancellationToken);
            if (outcome.MayRetry)
                return;
            if (!outcome.IsDone)
                LogNotTold(moderationCase.Number, guild, outcome.Kind, outcome.Detail);
            Remember(guild, news);
        }

        await outbox.MarkToldAsync(ids, cancellationToken);
    }

    private static OutgoingMessage Card(ModerationCase moderationCase, IEnumerable<CaseAction> failed) => new()
    {
        Nonce = CaseNonce.OfFailure(moderationCase.Key.GuildId, moderationCase.Number),
        Embeds =
        [
            new OutgoingEmbed
            {
                Title = $"Case {moderationCase.Number} · could not be carried out",
                Description = string.Join('\n', failed.Select(Line)),
                Colour = Red,
                Fields = ImmutableArray.Create(
                    new EmbedField("Author", $"<@{moderationCase.AuthorId}>", Inline: true),
                    new EmbedField("Message", $"https://discord.com/channels/{moderationCase.Key.GuildId}/{moderationCase.ChannelId}/{moderationCase.Key.MessageId}", Inline: true)),
                Footer = "The same failure is told once in 10 minutes.",
            },
        ],
        Rows = [ComponentRow.Of(new ButtonComponent(CaseButton.Explain.IdFor(moderationCase.Number), "Explain", ButtonStyle.Secondary))],
    };

    private static string Line(CaseAction action) =>
        $"**{ActionRegistry.BuiltIn.Of(action.Action.Kind).Id}**: {SafeText.Inline(action.Detail, 400)}{(action.Attempts > 1 ? $" (tried {action.Attempts} times)" : "")}";

    private bool IsNews(Snowflake guild, CaseAction action) =>
        !told.TryGetValue((guild, action.Action.Kind, action.Detail), out DateTimeOffset last) || time.GetUtcNow() - last >= Quiet;

    private void Remember(Snowflake guild, IEnumerable<CaseAction> news)
    {
        if (told.Count >= MaximumRemembered)
            told.Clear();
        foreach (CaseAction action in news)
            told[(guild, action.Action.Kind, action.Detail)] = time.GetUtcNow();
    }

    [LoggerMessage(2040, LogLevel.Warning, "The failure of case {Case} in guild {Guild} could not be told, {Outcome}: {Detail}")]
    private partial void LogNotTold(long @case, Snowflake guild, OutcomeKind outcome, string detail);
}
