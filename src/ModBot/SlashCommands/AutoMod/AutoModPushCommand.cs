using ModBot.Core.Audit;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Rules.AutoMod;
using ModBot.Moderation;
using ModBot.SlashCommands.Rules;

namespace ModBot.SlashCommands.AutoMod;

/// <summary><c>/automod push</c>: puts a rule into Discord's AutoMod, which blocks before posting. The rule itself stays on.</summary>
internal sealed class AutoModPushCommand(RuleWorkbench workbench, AutoModDesk desk, IAutoModeration autoMod, GuildRules rules, CommandAudit audit) : ISubCommand
{
    public SubCommand Definition { get; } = new("push", "Put a rule of words, patterns or mentions into Discord's AutoMod too.", [RuleOptions.Rule(isRequired: true)]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        Rule rule = RuleWorkbench.Find(await workbench.SourceAsync(interaction.GuildId, cancellationToken), interaction.Text("rule"));
        AutoModPush push = AutoModExport.Of(rule, (await rules.GetSettingsAsync(interaction.GuildId, cancellationToken)).ReviewChannel);
        if (push.Rule is not { } wanted)
            throw new CommandFault(SafeText.Cut($"`{rule.Name}` cannot be put into AutoMod:\n{Lines(push.Obstacles)}", OutgoingMessage.MaximumContent));
        AutoModRule? before = (await desk.ListAsync(interaction.GuildId, cancellationToken)).FirstOrDefault(known => known.Name == wanted.Name && known.Trigger == wanted.Trigger);
        (ActionOutcome outcome, AutoModRule? saved) = await autoMod.SaveAsync(interaction.GuildId, wanted with { Id = before?.Id }, $"/automod push by {interaction.User.Username}", cancellationToken);
        if (saved is null)
            throw AutoModDesk.Refused("AutoMod did not take the rule", outcome);
        await audit.WriteAsync(interaction, AuditKind.AutoModChanged, rule.Name, $"{(before is null ? "made" : "changed")} AutoMod rule {saved.Id}", cancellationToken);
        string losses = push.Losses.Length == 0 ? "" : $"\nWhat only ModBot's own rule does, which therefore stays on:\n{Lines(push.Losses)}";
        return CommandReply.Of($"{(before is null ? "Put" : "Renewed")} `{rule.Name}` {(before is null ? "into" : "in")} AutoMod as {AutoModDesk.Line(saved)}.{losses}");
    }

    public Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => workbench.SuggestRulesAsync(interaction, cancellationToken);

    private static string Lines(IEnumerable<string> sentences) => string.Join('\n', sentences.Select(sentence => $"- {SafeText.Inline(sentence, 200)}"));
}
