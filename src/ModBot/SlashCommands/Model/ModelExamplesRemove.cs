using ModBot.Core.Audit;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.SlashCommands.Model;

/// <summary><c>/model examples remove</c>: forgets an example.</summary>
internal sealed class ModelExamplesRemove(ILearningStore store, CommandAudit audit) : ISubCommand
{
    public SubCommand Definition { get; } = new("examples remove", "Forget one of the server's own examples.",
    [
        new CommandOption { Kind = CommandOptionKind.Integer, Name = "number", Description = "Its number, as `/model examples list` shows it.", IsRequired = true, Minimum = 1 },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        long number = interaction.Integer("number") ?? throw new CommandFault("Give the example's number: `/model examples remove number:1`.");
        if (!await store.RemoveExampleAsync(interaction.GuildId, number, cancellationToken))
            throw new CommandFault($"There is no example {number} in this server. `/model examples list` shows them.");
        await audit.WriteAsync(interaction, AuditKind.LearningChanged, $"example {number}", "removed", cancellationToken);
        return CommandReply.Of($"Example {number} is forgotten. A model that has learned from it judges until `/model calibrate` trains anew or `/model learning texts:False` erases it.");
    }
}
