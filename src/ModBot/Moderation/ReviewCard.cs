using System.Collections.Immutable;
using System.Globalization;
using ModBot.Core.Cases;
using ModBot.Core.Guilds;
using ModBot.Core.Platform;
using ModBot.Core.Verdicts;
using ModBot.Moderation.Restraints;

namespace ModBot.Moderation;

/// <summary>The look of a review card.</summary>
internal static class ReviewCard
{
    private const int Excerpt = 1_200;
    private const int Amber = 0xE0A020;
    private const int Red = 0xC03030;
    private const int Green = 0x2E8B57;
    private const int Grey = 0x707880;

    /// <summary>Renders a case with the buttons that fit its state.</summary>
    /// <param name="moderationCase">The case.</param>
    /// <param name="others">How many more messages its incident has.</param>
    /// <param name="stop">The emergency stop that holds; null for none.</param>
    public static OutgoingMessage Render(ModerationCase moderationCase, long others, EmergencyStop? stop)
    {
        var fields = ImmutableArray.CreateBuilder<EmbedField>();
        fields.Add(new EmbedField("Author", $"{SafeText.Inline(moderationCase.AuthorName, 80)} (<@{moderationCase.AuthorId}>)", Inline: true));
        string jump = moderationCase.Disposition == Disposition.Delete || !moderationCase.Key.IsMessage ? "" : $" ([go there](https://discord.com/channels/{moderationCase.Key.GuildId}/{moderationCase.ChannelId}/{moderationCase.Key.MessageId}))";
        if (moderationCase.ChannelId != default)
            fields.Add(new EmbedField("Channel", $"<#{moderationCase.ChannelId}>{jump}", Inline: true));
        if (moderationCase.Key.IsMessage)
            fields.Add(new EmbedField("Spam score", moderationCase.Spam.ToString("0.00", CultureInfo.InvariantCulture), Inline: true));
        fields.Add(new EmbedField("Why", Why(moderationCase)));
        if (others > 0)
            fields.Add(new EmbedField("Incident", $"{others} more message{(others == 1 ? "" : "s")} with the same cause"));
        if (moderationCase.Intended > moderationCase.Disposition)
            fields.Add(new EmbedField("Held back", string.Join('\n', moderationCase.Evidence?.Mitigations ?? ["The server is in shadow mode."])));
        if (moderationCase.Reviews is [var review, ..])
            fields.Add(new EmbedField(review.Decision == ReviewDecision.Upheld ? "Upheld" : "Overturned", $"by {SafeText.Inline(review.ModeratorName, 80)} <t:{review.At.ToUnixTimeSeconds()}:R>{(review.Reason.Length > 0 ? $": {SafeText.Inline(review.Reason, 500)}" : "")}"));

        return new OutgoingMessage
        {
            Content = stop is null ? "" : RestraintText.Banner(stop),
            Nonce = CaseNonce.OfCard(moderationCase.Key.GuildId, moderationCase.Number),
            Embeds =
            [
                new OutgoingEmbed
                {
                    Title = Title(moderationCase),
                    Description = Content(moderationCase),
                    Colour = Colour(moderationCase),
                    Fields = fields.ToImmutable(),
                    Footer = $"rules v{moderationCase.RuleSetVersion} · model {moderationCase.ModelVersion}",
                    Timestamp = moderationCase.PostedAt,
                },
            ],
            Rows = [ComponentRow.Of([.. Buttons(moderationCase)])],
        };
    }

    /// <summary>What happened to the message, in one line.</summary>
    public static string Title(ModerationCase moderationCase)
    {
        string what = moderationCase.Disposition switch
        {
            Disposition.Delete => Removed(moderationCase),
            Disposition.Flag => "flagged",
            _ when moderationCase.Actions.Count > 0 => "acted on",
            _ => $"shadow: would have {(moderationCase.Intended switch { Disposition.Delete => Removed(moderationCase), Disposition.Flag => "flagged", _ => "acted" })}",
        };
        return $"Case {moderationCase.Number} · {what} · {moderationCase.Categories}";
    }

    /// <summary>What is no message is not deleted: the rule's own actions were done.</summary>
    private static string Removed(ModerationCase moderationCase) => moderationCase.Key.IsMessage ? "deleted" : "acted on";

    /// <summary>One line for every hit.</summary>
    public static string Why(ModerationCase moderationCase) => moderationCase.Evidence is { Hits.Count: > 0 } evidence
        ? SafeText.Cut(string.Join('\n', evidence.Hits.Select(hit => $"**{hit.Rule}**: {SafeText.Inline(hit.Reason, 240)}")), 1_000)
        : $"rule {moderationCase.Rule} (the evidence has expired)";

    private static string Content(ModerationCase moderationCase)
    {
        if (moderationCase.Evidence is not { } evidence)
            return "*The message has expired.*";
        string text = SafeText.Quote(evidence.Content, Excerpt);
        if (moderationCase.Categories.Contains(Category.Slur))
            text = $"||{text.Replace("||", "\\|\\|", StringComparison.Ordinal)}||";
        if (moderationCase.Categories.Contains(Category.SelfHarm))
            text += "\n\nThe author may be in distress. Speak to them in private, and share your community's crisis contacts. This card has no punishing buttons.";
        return text;
    }

    private static int Colour(ModerationCase moderationCase) => moderationCase.Reviews is [var review, ..]
        ? review.Decision == ReviewDecision.Upheld ? Grey : Green
        : moderationCase.Disposition == Disposition.Delete ? Red : Amber;

    private static IEnumerable<MessageComponent> Buttons(ModerationCase moderationCase)
    {
        bool decided = moderationCase.Reviews.Count > 0;
        yield return new ButtonComponent(CaseButton.Uphold.IdFor(moderationCase.Number), "Uphold", ButtonStyle.Success, decided);
        yield return new ButtonComponent(CaseButton.Overturn.IdFor(moderationCase.Number), "Overturn", ButtonStyle.Danger, decided);
        yield return new ButtonComponent(CaseButton.Explain.IdFor(moderationCase.Number), "Explain", ButtonStyle.Secondary);
        if (CaseReviewer.DeletionOf(moderationCase) is { } deletion)
        {
            bool posted = moderationCase.Actions.Any(action => action.Cause == deletion.Id && action.State == ActionState.Done);
            yield return new ButtonComponent(CaseButton.Repost.IdFor(moderationCase.Number), posted ? "Reposted" : "Repost", ButtonStyle.Secondary, posted);
        }
    }
}
