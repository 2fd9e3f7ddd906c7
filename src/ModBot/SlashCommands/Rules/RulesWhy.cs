using ModBot.Core.Platform;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules why</c>: which rules looked at a message, what each saw, and what would have had to differ.</summary>
internal sealed class RulesWhy(RuleInquirer inquirer) : ISubCommand
{
    public SubCommand Definition { get; } = new("why", "Which rules looked at a message, what each saw, and what would have had to differ.",
    [
        new CommandOption { Kind = CommandOptionKind.String, Name = "message", Description = "The message's link.", IsRequired = true, Maximum = 200 },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageMessages;

    public bool TakesLong => true;

    public Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken) =>
        inquirer.ExplainAsync(interaction, MessageLink.Read(interaction, interaction.Text("message") ?? ""), cancellationToken);
}
