using System.Globalization;
using ModBot.Core.Cases;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Moderation;

namespace ModBot.SlashCommands;

/// <summary><c>/case show</c>: one case with its evidence, its outcome and its buttons.</summary>
internal sealed class CaseCommand(IModerationLog log, ReviewCards cards) : ISlashCommand
{
    private const int Suggestions = 25;

    public CommandDefinition Definition { get; } = new()
    {
        Name = "case",
        Description = "Look at one case.",
        DefaultPermissions = GuildPermissions.ManageMessages,
        SubCommands =
        [
            new SubCommand("show", "What happened, why, and what was done.",
            [
                new CommandOption { Kind = CommandOptionKind.Integer, Name = "number", Description = "The case's number.", IsRequired = true, Minimum = 1, Autocompletes = true },
            ]),
        ],
    };

    public GuildPermissions Required(string path) => GuildPermissions.ManageMessages;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        long number = interaction.Options.GetValueOrDefault("number") as long? ?? throw new CommandFault("Give the case's number: `/case show number:1`.");
        ModerationCase? found = await log.GetCaseAsync(interaction.GuildId, number, cancellationToken);
        if (found is null || (found.Private && !MaySeePrivate(interaction)))
            throw new CommandFault($"There is no case {number} in this server. `/modlog recent` lists the newest.");
        return await cards.RenderAsync(found, cancellationToken) with { Content = CaseText.Explain(found), Nonce = null };
    }

    public async Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        string typed = Convert.ToString(interaction.Options.GetValueOrDefault("number"), CultureInfo.InvariantCulture) ?? "";
        IReadOnlyList<ModerationCase> cases = await log.ListCasesAsync(new CaseQuery { GuildId = interaction.GuildId, Limit = 100, IncludePrivate = MaySeePrivate(interaction) }, cancellationToken);
        return
        [
            .. cases.Where(candidate => candidate.Number.ToString(CultureInfo.InvariantCulture).StartsWith(typed, StringComparison.Ordinal))
                .Take(Suggestions)
                .Select(candidate => new CommandChoice(
                    SafeText.Cut($"{candidate.Number} · {candidate.AuthorName} · {candidate.Rule}", 100), candidate.Number.ToString(CultureInfo.InvariantCulture))),
        ];
    }

    private static bool MaySeePrivate(Interaction interaction) =>
        interaction.UserPermissions.HasFlag(GuildPermissions.ManageGuild) || interaction.UserPermissions.HasFlag(GuildPermissions.Administrator);
}
