using ModBot.Core.Verdicts;

namespace ModBot.Core.Abuse;

/// <summary>The sentences that findings explain themselves with.</summary>
internal static class AbuseReasons
{
    /// <summary>Masks the middle of a word: <c>b****d</c>. Two letters or fewer are masked whole.</summary>
    public static string Mask(string word) =>
        word.Length <= 2 ? new string('*', word.Length) : string.Concat(word.AsSpan(0, 1), new string('*', word.Length - 2), word.AsSpan(word.Length - 1));

    public static string ForWord(Category category, int severity, string word, string group)
    {
        string against = group.Length > 0 ? $" against {group}" : "";
        return category switch
        {
            Category.Slur => $"A {(severity > 2 ? "severe " : "")}slur{against} is used as an epithet: {Mask(word)}.",
            Category.Hate => $"The message attacks people by a slur{against}.",
            Category.Insult => $"{(severity > 1 ? "A strong" : "A mild")} insult without a clear target: {Mask(word)}.",
            _ => $"{(severity switch { 1 => "Mild", 2 => "Strong", _ => "The strongest" })} profanity: {Mask(word)}.",
        };
    }

    public static string ForFrame(Category category, int severity) => category switch
    {
        Category.Hate => "People are attacked for a protected characteristic.",
        Category.Threat => "Violence is threatened, wished for or called for.",
        Category.Harassment => "Somebody addressed or named is abused directly.",
        Category.SelfHarm => "The author speaks of harming themselves.",
        Category.Sexual => "A sexual solicitation or a sexual remark at somebody.",
        Category.Insult => severity > 1 ? "A strong insult of a third party." : "A mild insult.",
        _ => "Profanity.",
    };

    public static string ForModel(Category category, float score, float least) =>
        $"The model gives {category.NameOf()} a probability of {score:0.00}, at or above {least:0.00}.";
}
