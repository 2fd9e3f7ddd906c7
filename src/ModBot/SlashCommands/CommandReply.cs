using ModBot.Core.Platform;
using ModBot.Moderation;

namespace ModBot.SlashCommands;

/// <summary>Answers of commands.</summary>
internal static class CommandReply
{
    /// <summary>A text, cut where it is longer than a message may be.</summary>
    public static OutgoingMessage Of(string text) => new() { Content = SafeText.Cut(text, OutgoingMessage.MaximumContent) };

    /// <summary>The inside of a code span or block, where only the back-tick has a meaning.</summary>
    public static string Code(string text) => text.Replace('`', '\'');

    /// <summary>A code span: one line.</summary>
    public static string Span(string text, int longest = 100) => $"`{Code(SafeText.Cut(text.ReplaceLineEndings(" "), longest))}`";
}
