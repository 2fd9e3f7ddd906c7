using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.SlashCommands;

/// <summary><c>/rules list</c>: the rules of this server.</summary>
internal sealed class RulesCommand(GuildRules rules) : ISlashCommand
{
    public CommandDefinition Definition { get; } = new()
    {
        Name = "rules",
        Description = "Look at this server's rules.",
        DefaultPermissions = GuildPermissions.ManageMessages,
        SubCommands = [new SubCommand("list", "Every rule with its filter, verdict and mode.", [])],
    };

    public GuildPermissions Required(string path) => GuildPermissions.ManageMessages;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        RuleSet source = await rules.GetSourceAsync(interaction.GuildId, cancellationToken);
        RuleMode mode = await rules.ModeAsync(interaction.GuildId, cancellationToken);
        string lines = string.Join('\n', source.Rules.Select(Line));
        string hint = mode == RuleMode.Shadow ? "\nThe server is in **shadow** mode: verdicts are recorded, nothing is done. `/setup mode:enforce` turns it on." : "";
        return new OutgoingMessage { Content = SafeText.Cut($"Rules version {source.Version}, server mode **{mode.ToString().ToLowerInvariant()}**{hint}\n{lines}", OutgoingMessage.MaximumContent) };
    }

    private static string Line(Rule rule)
    {
        string mode = rule.Mode == RuleMode.Enforce ? "" : $" · **{rule.Mode.ToString().ToLowerInvariant()}**";
        string filter = string.Equals(rule.Filter, rule.Name, StringComparison.Ordinal) ? "" : $" (filter {rule.Filter})";
        return $"`{rule.Name}` → {rule.Verdict.ToString().ToLowerInvariant()}{filter}{mode}";
    }
}
