using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Verdicts;
using ModBot.Moderation;

namespace ModBot.SlashCommands;

/// <summary><c>/modlog recent</c>: the newest cases.</summary>
internal sealed class ModLogCommand(IModerationLog log) : ISlashCommand
{
    private const int DefaultCount = 10;
    private const int MaximumCount = 25;

    public CommandDefinition Definition { get; } = new()
    {
        Name = "modlog",
        Description = "Look at what ModBot has done.",
        DefaultPermissions = GuildPermissions.ManageMessages,
        SubCommands =
        [
            new SubCommand("recent", "The newest cases of this server.",
            [
                new CommandOption { Kind = CommandOptionKind.Integer, Name = "count", Description = "How many, 1 to 25. Default 10.", Minimum = 1, Maximum = MaximumCount },
                new CommandOption { Kind = CommandOptionKind.User, Name = "member", Description = "Only cases about this member." },
            ]),
        ],
    };

    public GuildPermissions Required(string path) => GuildPermissions.ManageMessages;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        int count = (int)Math.Clamp(interaction.Options.GetValueOrDefault("count") as long? ?? DefaultCount, 1, MaximumCount);
        var query = new CaseQuery
        {
            GuildId = interaction.GuildId,
            Limit = count,
            AuthorId = interaction.Options.GetValueOrDefault("member") as Snowflake?,
            IncludePrivate = interaction.UserPermissions.HasFlag(GuildPermissions.ManageGuild) || interaction.UserPermissions.HasFlag(GuildPermissions.Administrator),
        };
        IReadOnlyList<ModerationCase> cases = await log.ListCasesAsync(query, cancellationToken);
        IReadOnlyDictionary<Disposition, long> counts = await log.CountAsync(interaction.GuildId, cancellationToken);
        string summary = $"{counts.Values.Sum():N0} messages judged: {counts.GetValueOrDefault(Disposition.Delete):N0} deleted, {counts.GetValueOrDefault(Disposition.Flag):N0} flagged, {counts.GetValueOrDefault(Disposition.Log):N0} logged.";
        string lines = cases.Count == 0 ? "No cases." : string.Join('\n', cases.Select(CaseText.Line));
        return new OutgoingMessage { Content = SafeText.Cut($"{summary}\n{lines}", OutgoingMessage.MaximumContent) };
    }
}
