using ModBot.Core.Platform;
using ModBot.Core.Rules.Presets;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules presets</c>: ready-made packs of rules.</summary>
internal sealed class RulesPresets(RulePresets presets, RuleProposalButtons proposals, TimeProvider time) : ISubCommand
{
    private const string Replace = "replace";

    public SubCommand Definition { get; } = new("presets", "Ready-made packs of rules. You see what would change first.",
    [
        new CommandOption { Kind = CommandOptionKind.String, Name = "name", Description = "The pack. Without one they are listed.", Choices = [.. presets.All.Select(preset => new CommandChoice(preset.Name, preset.Name))] },
        new CommandOption
        {
            Kind = CommandOptionKind.String,
            Name = "how",
            Description = "Default: add its rules and change those of the same names.",
            Choices = [new CommandChoice("add and change, keep the rest", "merge"), new CommandChoice("replace all rules", Replace)],
        },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.Text("name") is not { } name)
            return CommandReply.Of($"{string.Join('\n', presets.All.Select(preset => $"- **{preset.Name}**: {preset.Description}"))}\n`/rules presets name:…` shows what one would change.");
        RulePreset preset = presets.Find(name)
            ?? throw new CommandFault($"There is no pack {CommandReply.Span(name, 40)}. There is: {string.Join(", ", presets.All.Select(known => $"`{known.Name}`"))}.");
        return await proposals.ShowAsync(Propose(interaction, preset, interaction.Text("how") == Replace, time), cancellationToken);
    }

    /// <summary>A pack as the caller's proposal.</summary>
    public static RuleProposal Propose(Interaction interaction, RulePreset preset, bool replaces, TimeProvider time) => new()
    {
        Id = RuleProposals.NewId(),
        GuildId = interaction.GuildId,
        UserId = interaction.User.Id,
        Summary = SafeText.Cut($"preset {preset.Name}", 100),
        ReplacesAll = replaces,
        Text = preset.Document,
        Here = [],
        MadeAt = time.GetUtcNow(),
    };
}
