using ModBot.Core.Audit;
using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Undo;

/// <summary><c>/undo rule</c>: takes back everything that one rule did.</summary>
internal sealed class UndoRule(RuleUndo undo, GuildRules rules, CommandAudit audit, TimeProvider time) : ISubCommand
{
    private const int Suggestions = 25;
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public SubCommand Definition { get; } = new("rule", "Take back everything that one rule did: overturns its cases, lifts, refunds, restores.",
    [
        new CommandOption { Kind = CommandOptionKind.String, Name = "name", Description = "The rule.", IsRequired = true, Autocompletes = true, Maximum = 32 },
        DurationOption.Of("since", "How far back, e.g. 1h or 2d.", isRequired: true),
        new CommandOption { Kind = CommandOptionKind.String, Name = "reason", Description = "Why; kept with every case.", Maximum = 300 },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public bool TakesLong => true;

    public Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken) =>
        throw new NotSupportedException("It takes long and shows its progress.");

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, ICommandProgress progress, CancellationToken cancellationToken)
    {
        string rule = interaction.Text("name") ?? throw new CommandFault("Name a rule: `/undo rule name:spam since:1h`.");
        TimeSpan since = DurationOption.Read(interaction, "since", TimeSpan.Zero, Shortest, Longest);
        if (since == TimeSpan.Zero)
            throw new CommandFault($"Say how far back: `since` takes {DurationText.Form}.");
        string reason = interaction.Text("reason") ?? $"everything of the rule {rule} within {DurationText.Write(since)}";
        var order = new RuleUndoOrder(interaction.GuildId, rule, time.GetUtcNow() - since, interaction.User.Id, interaction.User.DisplayName, reason);
        await audit.WriteAsync(interaction, AuditKind.RuleUndone, rule, DurationText.Write(since), cancellationToken);
        long shown = time.GetTimestamp();
        async Task ShowAsync(int done, int all)
        {
            if (time.GetElapsedTime(shown) < BetweenProgress)
                return;
            shown = time.GetTimestamp();
            await progress.ShowAsync(CommandReply.Of($"{done:N0} of {all:N0} cases overturned …"), cancellationToken);
        }

        RuleUndoReport report = await undo.RunAsync(order, ShowAsync, cancellationToken);
        return CommandReply.Of(Say(rule, since, report));
    }

    public async Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) =>
    [
        .. (await rules.GetSourceAsync(interaction.GuildId, cancellationToken)).Rules
            .Where(rule => rule.Name.Contains(interaction.Typed(), StringComparison.OrdinalIgnoreCase))
            .Take(Suggestions)
            .Select(rule => new CommandChoice(rule.Name, rule.Name)),
    ];

    private static string Say(string rule, TimeSpan since, RuleUndoReport report)
    {
        string name = CommandReply.Span(rule, 40);
        if (report.Overturned == 0)
            return $"{name} did nothing within {DurationText.Write(since)} that is not reviewed already.";
        string failed = report.FailedSteps > 0 ? $" {report.FailedSteps} thing{(report.FailedSteps == 1 ? "" : "s")} could not be taken back: `/case show` says which." : "";
        string waiting = report.WaitingSteps > 0 ? $" {report.WaitingSteps} {(report.WaitingSteps == 1 ? "is" : "are")} tried again by themselves." : "";
        string more = report.More ? $" There are more: use the command again for the next {RuleUndo.MaximumCases}." : "";
        return $"{report.Overturned} case{(report.Overturned == 1 ? "" : "s")} of {name} overturned, what they did is taken back.{failed}{waiting}{more} Deleted messages are posted again one by one: **Repost** on the card.";
    }
}
