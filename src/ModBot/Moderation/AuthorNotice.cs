using ModBot.Core.Cases;
using ModBot.Core.Platform;
using ModBot.Core.Verdicts;

namespace ModBot.Moderation;

/// <summary>What an author is told in private about their message.</summary>
internal static class AuthorNotice
{
    public static OutgoingMessage For(ModerationCase moderationCase)
    {
        string done = moderationCase.Disposition == Disposition.Delete ? "was removed" : "is being looked at by the moderators";
        string why = moderationCase.Categories.Contains(Category.Secret)
            ? "It contained a token or webhook address that gives others access. Treat it as stolen: reset it now in the developer portal or the channel's webhook settings, wherever else it was posted."
            : $"Reason: {moderationCase.Categories}.";
        return new OutgoingMessage { Content = $"Your message {done} (case {moderationCase.Number}). {why}", Nonce = CaseNonce.OfNotice(moderationCase.Key.GuildId, moderationCase.Number) };
    }
}
