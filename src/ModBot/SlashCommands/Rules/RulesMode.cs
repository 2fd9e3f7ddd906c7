using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary>
/// <c>/rules mode</c>: off, shadow or enforce, for one rule or for the server. A rule that has hit something in shadow is turned
/// on after its numbers were shown.
/// </summary>
internal sealed class RulesMode(RuleWorkbench workbench, GuildRules rules, ShadowCounter shadows) : ISubCommand, IComponentHandler
{
    private const string Promote = "promote";
    private const string Keep = "keep";

    public SubCommand Definition { get; } = new("mode", "How far a rule, or the whole server, goes: off, shadow (record only) or enforce.",
    [
        RuleOptions.Mode(isRequired: true, "off: does not look; shadow: records what it would have done; enforce: acts."),
        RuleOptions.Rule(isRequired: false, "The rule. Without one the server's mode is set."),
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public string Prefix => "rule-mode.";

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.Text("mode") is null)
            throw new CommandFault("Give a mode: `mode:shadow`, `mode:enforce` or `mode:off`.");
        RuleMode mode = RuleOptions.Read(interaction, "mode", RuleMode.Shadow);
        if (interaction.Text("rule") is null)
            return await SetServerAsync(interaction, mode, cancellationToken);
        Rule rule = RuleWorkbench.Find(await workbench.SourceAsync(interaction.GuildId, cancellationToken), interaction.Text("rule"));
        if (rule.Mode == RuleMode.Shadow && mode == RuleMode.Enforce && await shadows.CountAsync(interaction.GuildId, rule.Name, cancellationToken) is { HitCount: > 0 } count)
            return Offer(rule, count);
        return await SetRuleAsync(interaction, rule.Name, mode, cancellationToken);
    }

    public Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => workbench.SuggestRulesAsync(interaction, cancellationToken);

    public async Task PressAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken)
    {
        InteractionRouter.Demand(interaction, Required);
        string[] parts = interaction.CustomId[Prefix.Length..].Split('.', 3);
        OutgoingMessage answer = parts switch
        {
            ["1", Promote, var rule] => await SetRuleAsync(interaction, rule, RuleMode.Enforce, cancellationToken),
            ["1", Keep, var rule] => CommandReply.Of($"`{CommandReply.Code(rule)}` stays in **shadow**."),
            _ => throw new CommandFault("That belongs to another version of ModBot. Use `/rules mode` again."),
        };
        await responder.UpdateMessageAsync(answer, cancellationToken);
    }

    public Task SubmitAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken) =>
        throw new CommandFault("That belongs to another version of ModBot. Use `/rules mode` again.");

    private OutgoingMessage Offer(Rule rule, ShadowCount count)
    {
        string hits = string.Join(" and ", count.Hits.Reverse().Select(pair => $"{BackTestText.Verb(pair.Key)} {pair.Value:N0}"));
        string overlaps = count.Overlaps.Length == 0
            ? "No other rule acted on any of them."
            : $"Other rules acted on the same messages: {string.Join(", ", count.Overlaps.Take(5).Select(overlap => $"{overlap.Rule} {overlap.Messages:N0}"))}; on {count.Alone:N0} none did.";
        string since = count.Since is { } oldest ? $" since <t:{oldest.ToUnixTimeSeconds()}:d>" : "";
        string samples = count.Samples.Length == 0 ? "" : $"\nCases: {string.Join(", ", count.Samples.Select(number => $"`/case show number:{number}`"))}";
        return CommandReply.Of(
            $"In shadow **{rule.Name}** would have {hits}{since}, by {count.Authors:N0} author{(count.Authors == 1 ? "" : "s")}; {count.OldAccounts:N0} of them with accounts older than a year.\n{overlaps}{samples}\nTurn it on?") with
        {
            Rows =
            [
                ComponentRow.Of(
                    new ButtonComponent($"{Prefix}1.{Promote}.{rule.Name}", "Promote", ButtonStyle.Success),
                    new ButtonComponent($"{Prefix}1.{Keep}.{rule.Name}", "Keep in shadow", ButtonStyle.Secondary)),
            ],
        };
    }

    private async Task<OutgoingMessage> SetServerAsync(Interaction interaction, RuleMode mode, CancellationToken cancellationToken)
    {
        GuildSettings settings = await rules.GetSettingsAsync(interaction.GuildId, cancellationToken);
        await rules.SaveSettingsAsync(interaction.GuildId, settings with { Mode = mode }, cancellationToken);
        return CommandReply.Of($"The server's mode is **{RuleWorkbench.Lower(mode)}**: {Meaning(mode)}");
    }

    private async Task<OutgoingMessage> SetRuleAsync(Interaction interaction, string rule, RuleMode mode, CancellationToken cancellationToken)
    {
        StoredChange? stored = await workbench.ChangeAsync(
            interaction,
            $"mode of {rule}: {RuleWorkbench.Lower(mode)}",
            source => RuleWorkbench.Find(source, rule) is var known && known.Mode == mode ? null : source.With(known with { Mode = mode }),
            cancellationToken);
        string name = CommandReply.Code(rule);
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
