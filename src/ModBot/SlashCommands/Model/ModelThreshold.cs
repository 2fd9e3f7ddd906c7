using ModBot.Core.Filters;
using ModBot.Core.Learning;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Learning;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Model;

/// <summary><c>/model threshold</c>: shows or sets from which probabilities the spam rule flags and deletes.</summary>
internal sealed class ModelThreshold(GuildRules rules, ILearningStore store) : ISubCommand
{
    private const double LeastFlag = 0.05;
    private const double LeastDelete = 0.5;

    public SubCommand Definition { get; } = new("threshold", "From which probabilities of spam messages are flagged and deleted.",
    [
        new CommandOption { Kind = CommandOptionKind.Number, Name = "flag", Description = "Flag from this probability on; 0.6 as shipped.", Minimum = LeastFlag, Maximum = 1 },
        new CommandOption { Kind = CommandOptionKind.Number, Name = "delete", Description = "Delete from this probability on; 0.9 as shipped. 1 never deletes.", Minimum = LeastDelete, Maximum = 1 },
        new CommandOption { Kind = CommandOptionKind.Boolean, Name = "reset", Description = "Back to the shipped thresholds." },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        RuleSet source = await rules.GetSourceAsync(interaction.GuildId, cancellationToken);
        SpamThresholds current = SpamRule.ThresholdsOf(SpamRule.Find(source) ?? throw new CommandFault("This server has no rule of the spam filter: `/rules add filter:spam` makes one."));
        SpamThresholds wanted = interaction.Toggle("reset") ? Shipped() : current with { Flag = Read(interaction, "flag", LeastFlag) ?? current.Flag, Delete = Read(interaction, "delete", LeastDelete) ?? current.Delete };
        if (wanted == current)
            return CommandReply.Of($"Thresholds: {GuildLearning.Text(current)} (rules version {source.Version}). `/model threshold delete:0.95` changes one, `/model calibrate` fits them to your reviews.");
        if (wanted.Flag > wanted.Delete)
            throw new CommandFault(FormattableString.Invariant($"Flagging at {wanted.Flag:0.0##} would begin after deleting at {wanted.Delete:0.0##}. Give a `flag` that is not above `delete`."));
        RuleSet? changed = await rules.ChangeAsync(interaction.GuildId, interaction.User, $"spam thresholds: {GuildLearning.Text(current)} → {GuildLearning.Text(wanted)}", newest => SpamRule.With(newest, wanted), cancellationToken);
        if (changed is null)
            return CommandReply.Of("Somebody set these thresholds meanwhile.");
        await store.ChangeAsync(interaction.GuildId, state => state with { Thresholds = interaction.Toggle("reset") ? ThresholdMode.Automatic : ThresholdMode.Manual }, cancellationToken);
        string next = interaction.Toggle("reset") ? "Reviews may move them again." : "Reviews no longer move them; `/model learning thresholds:automatic` lets them.";
        return CommandReply.Of($"Thresholds: {GuildLearning.Text(current)} → **{GuildLearning.Text(wanted)}** (rules version {changed.Version}). {next}");
    }

    private static SpamThresholds Shipped()
    {
        var options = new SpamFilterOptions();
        return new SpamThresholds(options.FlagThreshold, options.DeleteThreshold);
    }

    private static double? Read(Interaction interaction, string name, double least) => interaction.Number(name) switch
    {
        null => null,
        { } value when value >= least && value <= 1 => value,
        _ => throw new CommandFault(FormattableString.Invariant($"`{name}` is a probability from {least} to 1, e.g. `{name}:0.95`.")),
    };
}
