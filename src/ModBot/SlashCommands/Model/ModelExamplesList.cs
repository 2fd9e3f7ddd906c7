using ModBot.Core.Learning;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Model;

/// <summary><c>/model examples list</c>: the newest examples of the server's administrators.</summary>
internal sealed class ModelExamplesList(ILearningStore store) : ISubCommand
{
    private const int Shown = 20;

    public SubCommand Definition { get; } = new("examples list", "The newest of the server's own examples.", []);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        IReadOnlyList<GuildExample> examples = await store.ListExamplesAsync(interaction.GuildId, cancellationToken);
        if (examples.Count == 0)
            return CommandReply.Of("There are none. `/model examples add` adds one, once `/model learning texts:True` allows it.");
        IEnumerable<string> lines = examples.Reverse().Take(Shown).Select(example => $"`{example.Id,4}` **{(example.IsSpam ? "spam" : "ham")}** {SafeText.Inline(example.Text, 60)}");
        return CommandReply.Of($"{examples.Count} examples{(examples.Count > Shown ? $", the newest {Shown}" : "")}:\n{string.Join('\n', lines)}");
    }
}
