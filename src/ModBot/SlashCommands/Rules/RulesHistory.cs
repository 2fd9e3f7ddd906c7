using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules history</c>: who changed what, and when.</summary>
internal sealed class RulesHistory(RuleVersions versions) : ISubCommand
{
    private const int DefaultCount = 10;
    private const int MostCount = 25;

    public SubCommand Definition { get; } = new("history", "Who changed the rules, when, and how.",
    [
        new CommandOption { Kind = CommandOptionKind.Integer, Name = "count", Description = "How many versions, 1 to 25. Default 10.", Minimum = 1, Maximum = MostCount },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageMessages;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        int count = (int)Math.Clamp(interaction.Integer("count") ?? DefaultCount, 1, MostCount);
        IReadOnlyList<RuleSetRevision> revisions = await versions.ListAsync(interaction.GuildId, count, cancellationToken);
        if (revisions.Count == 0)
            return CommandReply.Of("The rules are as they came: nobody has changed them yet.");
        string lines = string.Join('\n', revisions.Select(Line));
        return CommandReply.Of($"{lines}\n`/rules diff version:…` shows a change, `/rules rollback version:…` goes back.");
    }

    private static string Line(RuleSetRevision revision) =>
        $"`{revision.Rules.Version,4}` <t:{revision.At.ToUnixTimeSeconds()}:f> **{SafeText.Inline(revision.AuthorName, 40)}** · {SafeText.Inline(revision.Summary, 80)}";
}
