using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Trials;
using ModBot.Core.Verdicts;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary>What rules said of a message, as text.</summary>
internal static class RuleLookText
{
    private const int Longest = OutgoingMessage.MaximumContent - 20;

    /// <summary>The verdict in a sentence, and why it is no harsher.</summary>
    public static string Verdict(Verdict verdict)
    {
        string what = verdict.Disposition == verdict.Intended
            ? $"**{RuleWorkbench.Lower(verdict.Disposition)}**"
            : $"**{RuleWorkbench.Lower(verdict.Disposition)}**; without shadow it would be **{RuleWorkbench.Lower(verdict.Intended)}**";
        string standing = verdict.Standing ? "with standing" : "without standing";
        string milder = string.Concat(verdict.Mitigations.Select(mitigation => $"\nMilder: {SafeText.Inline(mitigation, 160)}"));
        return $"Verdict: {what} (spam {verdict.Spam:0.00}, author {standing}){milder}";
    }

    /// <summary>Every rule that saw something or would have, a line each; the others are named at the end.</summary>
    public static string Looks(InquiryReport report, string before)
    {
        var lines = new List<string>();
        foreach (RuleLook look in report.Looks.OrderBy(Order))
        {
            if (Line(look) is { } line)
                lines.Add(line);
        }

        string[] silent = [.. report.Looks.Where(look => Line(look) is null && look.Kind == RuleLookKind.Nothing).Select(look => look.Rule.Name)];
        string[] left = [.. report.Looks.Where(look => Line(look) is null && look.Kind != RuleLookKind.Nothing).Select(look => $"{look.Rule.Name} ({Short(look)})")];
        if (silent.Length > 0)
            lines.Add($"Looked and saw nothing: {string.Join(", ", silent)}");
        if (left.Length > 0)
            lines.Add($"Did not look, and would have seen nothing: {string.Join(", ", left)}");
        return SafeText.Cut($"{before}\n{string.Join('\n', lines)}", Longest);
    }

    private static int Order(RuleLook look) => look.Kind == RuleLookKind.Hit ? 0 : look.Otherwise.Length > 0 ? 1 : look.Kind == RuleLookKind.Failed ? 2 : look.NearMisses.Length > 0 ? 3 : 4;

    private static string? Line(RuleLook look)
    {
        string name = $"**{look.Rule.Name}**";
        string shadow = look.Rule.Mode == RuleMode.Shadow ? " (in shadow)" : "";
        return look switch
        {
            { Kind: RuleLookKind.Hit } => $"- {name} → {RuleWorkbench.Lower(look.Disposition!.Value)}{shadow}: {SafeText.Inline(look.Reason, 200)}",
            { Kind: RuleLookKind.Failed } => $"- {name} failed: {SafeText.Inline(look.Reason, 160)}",
            { Otherwise.Length: > 0 } => $"- {name} did not look, because {SafeText.Inline(look.Reason, 100)}; else → {RuleWorkbench.Lower(look.Disposition!.Value)}: {SafeText.Inline(look.Otherwise, 160)}",
            { NearMisses.Length: > 0 } => $"- {name} saw nothing{(look.Kind == RuleLookKind.Nothing ? "" : $" and did not look, because {SafeText.Inline(look.Reason, 60)}")}; it would hit with {string.Join(" or ", look.NearMisses.Take(3).Select(near => $"`{near.Option}: {CommandReply.Code(near.Needed)}` (now {SafeText.Inline(near.Now, 30)})"))}",
            _ => null,
        };
    }

    private static string Short(RuleLook look) => look.Kind switch
    {
        RuleLookKind.Off => "off",
        RuleLookKind.Elsewhere => "not for messages",
        _ => SafeText.Inline(look.Reason, 40),
    };
}
