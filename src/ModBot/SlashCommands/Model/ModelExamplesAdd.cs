using ModBot.Core.Audit;
using ModBot.Core.Learning;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.SlashCommands.Model;

/// <summary><c>/model examples add</c>: a text that an administrator wrote, for the server's own model to learn from.</summary>
internal sealed class ModelExamplesAdd(ILearningStore store, CommandAudit audit, TimeProvider time) : ISubCommand
{
    public SubCommand Definition { get; } = new("examples add", "Add a text of your own for the server's model to learn from.",
    [
        new CommandOption { Kind = CommandOptionKind.String, Name = "text", Description = "The text, as somebody would post it. Write it yourself.", IsRequired = true, Minimum = 1, Maximum = GuildExample.LongestText },
        new CommandOption
        {
            Kind = CommandOptionKind.String,
            Name = "label",
            Description = "What it is.",
            IsRequired = true,
            Choices = [new CommandChoice("spam", "spam"), new CommandChoice("ham: an ordinary message", "ham")],
        },
        new CommandOption { Kind = CommandOptionKind.Boolean, Name = "mine", Description = "I wrote this text or have the right to use it for training; it is no member's message.", IsRequired = true },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (!(await store.GetAsync(interaction.GuildId, cancellationToken)).Texts)
            throw new CommandFault("Learning from texts is off in this server. `/model learning texts:True` turns it on and says what that means.");
        if (!interaction.Toggle("mine"))
            throw new CommandFault("Only texts that you wrote or have the right to use may be learned from: `mine:True` says so. Members' messages may not.");
        string text = interaction.Text("text") is { Length: <= GuildExample.LongestText } given ? given : throw new CommandFault($"Give a text of 1 to {GuildExample.LongestText} characters.");
        bool isSpam = interaction.Text("label") switch
        {
            "spam" => true,
            "ham" => false,
            _ => throw new CommandFault("`label` is one of spam, ham."),
        };
        var example = new GuildExample { Text = text, IsSpam = isSpam, AddedBy = interaction.User.Id, At = time.GetUtcNow() };
        long id = await store.AddExampleAsync(interaction.GuildId, example, cancellationToken)
            ?? throw new CommandFault($"This server has {GuildExample.Most} examples, which is the most. `/model examples remove` makes room.");
        await audit.WriteAsync(interaction, AuditKind.LearningChanged, $"example {id}", $"added as {(isSpam ? "spam" : "ham")}; the author may use the text", cancellationToken);
        IReadOnlyList<GuildExample> all = await store.ListExamplesAsync(interaction.GuildId, cancellationToken);
        int spam = all.Count(known => known.IsSpam);
        string next = LearningGuard.Refusal(spam, all.Count - spam, "examples") is { } refusal ? $"Before a model is trained on them, {refusal}." : "`/model calibrate` trains on them.";
        return CommandReply.Of($"Example {id} is kept as {(isSpam ? "spam" : "ham")}: {spam} of spam and {all.Count - spam} of ham. {next}");
    }
}
