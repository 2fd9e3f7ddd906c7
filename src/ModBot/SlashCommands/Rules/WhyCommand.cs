using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.SlashCommands.Rules;

/// <summary>"Why?" in the context menu of a message: <c>/rules why</c> without a link.</summary>
internal sealed class WhyCommand(RuleInquirer inquirer) : ISlashCommand
{
    public CommandDefinition Definition { get; } = new() { Kind = CommandKind.Message, Name = "Why?", DefaultPermissions = GuildPermissions.ManageMessages };

    public GuildPermissions Required(string path) => GuildPermissions.ManageMessages;

    public bool TakesLong(string path) => true;

    public Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken) => interaction.TargetId is { } message
        ? inquirer.ExplainAsync(interaction, new MessageReference(interaction.ChannelId, message), cancellationToken)
        : throw new CommandFault("Use this on a message.");
}
