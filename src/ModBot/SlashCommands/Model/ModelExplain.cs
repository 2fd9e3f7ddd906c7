using System.Text;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Core.Text;
using ModBot.Learning;

namespace ModBot.SlashCommands.Model;

/// <summary><c>/model explain</c>: what the model makes of a text, and which of its parts moved it.</summary>
internal sealed class ModelExplain(GuildModels models) : ISubCommand
{
    private const int LongestText = 2_000;
    private const int Terms = 12;

    public SubCommand Definition { get; } = new("explain", "What the model makes of a text, and why.",
    [
        new CommandOption { Kind = CommandOptionKind.String, Name = "text", Description = "The text. It is judged and forgotten.", IsRequired = true, Minimum = 1, Maximum = LongestText },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageMessages;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        string text = interaction.Text("text") is { Length: <= LongestText } given ? given : throw new CommandFault($"Give a text of 1 to {LongestText} characters: `/model explain text:…`.");
        ISpamModel model = await models.ForAsync(interaction.GuildId, cancellationToken);
        var views = new TextViews();
        views.Load(text);
        var answer = new StringBuilder(FormattableString.Invariant($"Spam **{model.Score(views).Spam:0.000}** by {CommandReply.Span(model.Version)}. What moved it (+ speaks for spam, in log-odds):\n"));
        foreach (ModelTerm term in model.Explain(views, Terms))
            answer.Append(FormattableString.Invariant($"`{term.Weight:+0.00;-0.00}` {CommandReply.Span(term.Feature)}\n"));
        return CommandReply.Of(answer.ToString());
    }
}
