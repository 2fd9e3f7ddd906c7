using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Rules.AutoMod;
using ModBot.Moderation;
using ModBot.SlashCommands.Rules;

namespace ModBot.SlashCommands.AutoMod;

/// <summary><c>/automod import</c>: makes rules of a rule of Discord's AutoMod, in shadow unless told otherwise.</summary>
internal sealed class AutoModImportCommand(RuleWorkbench workbench, AutoModDesk desk) : ISubCommand
{
    public SubCommand Definition { get; } = new("import", "Make ModBot rules of a rule of Discord's AutoMod.",
    [
        new CommandOption { Kind = CommandOptionKind.String, Name = "automod-rule", Description = "AutoMod's rule.", IsRequired = true, Autocompletes = true, Maximum = 100 },
        RuleOptions.Mode(isRequired: false, "How far the new rules go. Default: shadow."),
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        AutoModRule rule = await desk.FindAsync(interaction.GuildId, interaction.Text("automod-rule"), cancellationToken);
        AutoModImport import = AutoModImport.Of(rule, RuleOptions.Read(interaction, "mode", RuleMode.Shadow));
        string notes = import.Notes.Length == 0 ? "" : $"\n{string.Join('\n', import.Notes.Select(note => $"- {SafeText.Inline(note, 200)}"))}";
        if (import.Rules.Length == 0)
            throw new CommandFault(SafeText.Cut($"Nothing of that rule can be taken over.{notes}", OutgoingMessage.MaximumContent));
        StoredChange? stored = await workbench.ChangeAsync(
            interaction,
            $"import AutoMod rule {rule.Id}",
            source => import.Rules.Aggregate(source, (all, made) => all.With(made)) with { Version = source.Version + 1 },
            cancellationToken);
        return CommandReply.Of($"Made {string.Join(", ", import.Rules.Select(made => $"`{made.Name}`"))} (rules version {stored!.Rules.Version}).{notes}\n{stored.Difference}");
    }

    public Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => desk.SuggestAsync(interaction, cancellationToken);
}
