using ModBot.Core.Cases;
using ModBot.Core.Verdicts;

namespace ModBot.Moderation;

/// <summary>What an author is told in private about their message.</summary>
internal static class AuthorNotice
{
    public static string TextFor(ModerationCase moderationCase)
    {
        if (moderationCase.Reviews is [{ Decision: ReviewDecision.Overturned }, ..])
            return $"A moderator has looked at what ModBot did about you (case {moderationCase.Number}) and taken it back. Sorry for the trouble.";
        string done = moderationCase.Disposition == Disposition.Delete ? "was removed" : "is being looked at by the moderators";
        string why = moderationCase.Categories.Contains(Category.Secret)
            ? "It contained a token or webhook address that gives others access. Treat it as stolen: reset it now in the developer portal or the channel's webhook settings, wherever else it was posted."
            : $"Reason: {moderationCase.Categories}.";
        return $"Your message {done} (case {moderationCase.Number}). {why}";
    }
}
