using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules mode</c>: off, shadow or enforce, for one rule or for the server.</summary>
internal sealed class RulesMode(RuleWorkbench workbench, GuildRules rules) : ISubCommand
{
    public SubCommand Definition { get; } = new("mode", "How far a rule, or the whole server, goes: off, shadow (record only) or enforce.",
    [
        RuleOptions.Mode(isRequired: true, "off: does not look; shadow: records what it would have done; enforce: acts."),
        RuleOptions.Rule(isRequired: false, "The rule. Without one the server's mode is set."),
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.Text("mode") is null)
            throw new CommandFault("Give a mode: `mode:shadow`, `mode:enforce` or `mode:off`.");
        RuleMode mode = RuleOptions.Read(interaction, "mode", RuleMode.Shadow);
        return interaction.Text("rule") is null ? await SetServerAsync(interaction, mode, cancellationToken) : await SetRuleAsync(interaction, mode, cancellationToken);
    }

    public Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => workbench.SuggestRulesAsync(interaction, cancellationToken);

    private async Task<OutgoingMessage> SetServerAsync(Interaction interaction, RuleMode mode, CancellationToken cancellationToken)
    {
        GuildSettings settings = await rules.GetSettingsAsync(interaction.GuildId, cancellationToken);
        await rules.SaveSettingsAsync(interaction.GuildId, settings with { Mode = mode }, cancellationToken);
        return CommandReply.Of($"The server's mode is **{RuleWorkbench.Lower(mode)}**: {Meaning(mode)}");
    }

    private async Task<OutgoingMessage> SetRuleAsync(Interaction interaction, RuleMode mode, CancellationToken cancellationToken)
    {
        string name = "";
        StoredChange? stored = await workbench.ChangeAsync(
            interaction,
            $"mode of {interaction.Text("rule")}: {RuleWorkbench.Lower(mode)}",
            source =>
            {
                Rule rule = RuleWorkbench.Find(source, interaction.Text("rule"));
                name = rule.Name;
                return rule.Mode == mode ? null : source.With(rule with { Mode = mode });
            },
            cancellationToken);
        if (stored is null)
            return CommandReply.Of($"`{name}` is in **{RuleWorkbench.Lower(mode)}** already.");
        RuleMode server = await rules.ModeAsync(interaction.GuildId, cancellationToken);
        string held = server < mode ? $"\nThe server's mode is **{RuleWorkbench.Lower(server)}**, which holds it back: `/rules mode mode:{RuleWorkbench.Lower(mode)}` changes that." : "";
        return CommandReply.Of($"`{name}` is in **{RuleWorkbench.Lower(mode)}** (rules version {stored.Rules.Version}): {Meaning(mode)}{held}");
    }

    private static string Meaning(RuleMode mode) => mode switch
    {
        RuleMode.Off => "it does not look.",
        RuleMode.Shadow => "it records what it would have done, and does nothing.",
        _ => "it acts.",
    };
}
