using ModBot.Core.Audit;
using ModBot.Core.Learning;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Learning;

namespace ModBot.SlashCommands.Model;

/// <summary><c>/model learning</c>: what the model may learn from in this server.</summary>
internal sealed class ModelLearning(GuildLearning learning, ILearningStore store, CommandAudit audit) : ISubCommand
{
    private const string Policy = "Discord's developer policy forbids training machine-learning models on message content without Discord's permission. So no member's message is ever learned from, and thresholds learn from scores and verdicts alone.";

    public SubCommand Definition { get; } = new("learning", "What the model may learn from in this server.",
    [
        new CommandOption
        {
            Kind = CommandOptionKind.String,
            Name = "thresholds",
            Description = "Whether reviews move the thresholds. Only scores and verdicts are used.",
            Choices = [new CommandChoice("automatic: reviews move them", "automatic"), new CommandChoice("manual: only administrators do", "manual")],
        },
        new CommandOption { Kind = CommandOptionKind.Boolean, Name = "texts", Description = "Learn from example texts that administrators write here. Off erases them." },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        if (interaction.Text("thresholds") is { } wanted)
        {
            ThresholdMode mode = Enum.TryParse(wanted, ignoreCase: true, out ThresholdMode parsed) && Enum.IsDefined(parsed) ? parsed : throw new CommandFault("`thresholds` is one of automatic, manual.");
            await store.ChangeAsync(interaction.GuildId, state => state with { Thresholds = mode }, cancellationToken);
            await audit.WriteAsync(interaction, AuditKind.LearningChanged, "thresholds", wanted, cancellationToken);
            lines.Add(mode == ThresholdMode.Automatic ? "Reviews move the thresholds, a little at a time, and what does worse is taken back." : "The thresholds stay where administrators set them.");
        }

        if (interaction.Options.GetValueOrDefault("texts") is bool texts)
        {
            int erased = await learning.AllowTextsAsync(interaction.GuildId, interaction.User.Id, texts, cancellationToken);
            await audit.WriteAsync(interaction, AuditKind.LearningChanged, "texts", texts ? "on" : "off", cancellationToken);
            lines.Add(texts
                ? "Own example texts may be learned from. Add some with `/model examples add`; write them yourself or have the right to use them, and do not paste members' messages."
                : $"No text is learned from. {erased} examples and the server's own model were erased.");
        }

        if (lines.Count == 0)
        {
            LearningState state = await store.GetAsync(interaction.GuildId, cancellationToken);
            lines.Add($"Thresholds: **{state.Thresholds.ToString().ToLowerInvariant()}**. Own example texts: **{(state.Texts ? "on" : "off")}**.");
        }

        lines.Add(Policy);
        return CommandReply.Of(string.Join('\n', lines));
    }
}
