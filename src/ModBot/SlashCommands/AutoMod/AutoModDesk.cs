using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.SlashCommands.Rules;

namespace ModBot.SlashCommands.AutoMod;

/// <summary>What the commands about Discord's AutoMod share.</summary>
internal sealed class AutoModDesk(IAutoModeration autoMod)
{
    private const int LongestName = 60;

    /// <exception cref="CommandFault">Discord did not show them.</exception>
    public async Task<IReadOnlyList<AutoModRule>> ListAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        (ActionOutcome outcome, IReadOnlyList<AutoModRule> rules) = await autoMod.ListAsync(guild, cancellationToken);
        return outcome.IsDone ? rules : throw Refused("AutoMod's rules cannot be read", outcome);
    }

    /// <summary>By id, or by the name as far as one rule alone has it.</summary>
    /// <exception cref="CommandFault">There is none.</exception>
    public async Task<AutoModRule> FindAsync(Snowflake guild, string? nameOrId, CancellationToken cancellationToken)
    {
        IReadOnlyList<AutoModRule> rules = await ListAsync(guild, cancellationToken);
        AutoModRule[] found = [.. rules.Where(rule => rule.Id.ToString() == nameOrId || string.Equals(rule.Name, nameOrId, StringComparison.OrdinalIgnoreCase))];
        return found.Length == 1 ? found[0] : throw new CommandFault($"AutoMod has no rule {CommandReply.Span(nameOrId ?? "", 40)}. `/automod list` shows them.");
    }

    /// <summary>Rules of AutoMod whose name holds what is typed.</summary>
    public async Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        (_, IReadOnlyList<AutoModRule> rules) = await autoMod.ListAsync(interaction.GuildId, cancellationToken);
        return
        [
            .. rules.Where(rule => rule.Name.Contains(interaction.Typed(), StringComparison.OrdinalIgnoreCase))
                .Take(RuleWorkbench.Suggestions)
                .Select(rule => new CommandChoice(Moderation.SafeText.Cut($"{rule.Name} ({Describe(rule)})", 100), rule.Id!.Value.ToString())),
        ];
    }

    public static string Line(AutoModRule rule) => $"`{rule.Id}` **{Moderation.SafeText.Inline(rule.Name, LongestName)}**: {Describe(rule)}{(rule.Enabled ? "" : ", off")}";

    /// <exception cref="CommandFault">Always: what Discord answered.</exception>
    public static CommandFault Refused(string what, ActionOutcome outcome) => new($"{what}: {outcome.Detail} ModBot needs the permission **Manage Server** for AutoMod.");

    private static string Describe(AutoModRule rule) => rule.Trigger switch
    {
        AutoModTriggerKind.Keyword => $"{rule.Keywords.Length} words, {rule.Patterns.Length} patterns",
        AutoModTriggerKind.Profile => $"{rule.Keywords.Length} words, {rule.Patterns.Length} patterns in names",
        AutoModTriggerKind.Preset => $"word lists {string.Join(", ", rule.Presets)}",
        AutoModTriggerKind.MentionSpam => $"more than {rule.MentionLimit} mentions",
        AutoModTriggerKind.Spam => "spam",
        _ => "something this version does not know",
    };
}
