using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Moderation.Actions;

/// <summary>Posts a deleted message again under its author's name, marked as such. Never twice: a try that may have arrived is not repeated.</summary>
internal sealed class Reposting(IModerationPlatform platform, SingleTry once)
{
    /// <summary>Room for the line that says what this is.</summary>
    private const int LongestText = OutgoingMessage.MaximumContent - 100;

    public async Task<ActionOutcome> PostAsync(ActionContext context, CancellationToken cancellationToken)
    {
        if (!context.Case.Key.IsMessage || context.Case.Evidence is not { } evidence)
            return new ActionOutcome(OutcomeKind.Rejected, "the message cannot be posted again: its text is no longer kept");
        (string text, bool isWhole) = TextOf(evidence.Content);
        if (text.Length == 0)
            return new ActionOutcome(OutcomeKind.Rejected, "the message cannot be posted again: it had no text of its own");
        (_, GuildMember? author) = await platform.ReadMemberAsync(context.Guild, context.Author, cancellationToken);
        string content = $"{SafeText.Cut(text, LongestText)}\n-# posted again by the moderators (case {context.Case.Number})";
        var post = new WebhookPost(context.Case.AuthorName, author?.Avatar, content);
        return await once.RunAsync(
            context.By!.Id,
            "The message may have been posted again already: look into the channel.",
            async () =>
            {
                (ActionOutcome outcome, _) = await platform.PostAsAsync(context.Guild, context.Case.ChannelId, post, cancellationToken);
                return outcome.IsDone ? outcome with { Detail = isWhole ? "the message is posted again" : "the message is posted again, without its attachments and embeds" } : outcome;
            },
            cancellationToken);
    }

    /// <summary>Evidence holds the text first and then, a line each, what else was in the message.</summary>
    private static (string Text, bool IsWhole) TextOf(string evidence)
    {
        string[] lines = evidence.Split('\n');
        int end = Array.FindIndex(lines, IsOtherSurface);
        return end < 0 ? (evidence, true) : (string.Join('\n', lines[..end]).Trim(), false);
    }

    private static bool IsOtherSurface(string line) =>
        line.StartsWith('[') && line.IndexOf("] ", StringComparison.Ordinal) is > 1 and var close && Enum.TryParse(line[1..close], out SurfaceKind kind) && kind != SurfaceKind.Content;
}
