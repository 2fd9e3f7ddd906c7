using System.Collections.Immutable;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Documents;
using ModBot.Documents;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary>Shows what a proposal would change, asks what its unknown roles and channels are, and takes it over when told to.</summary>
internal sealed class RuleProposalButtons(RuleWorkbench workbench, RuleProposals proposals, RuleDocument documents, RuleSetDiff diff) : IComponentHandler
{
    private const string Apply = "apply";
    private const string Cancel = "cancel";
    private const string Map = "map";
    private const string Keep = "keep";

    /// <summary>Discord's limit for a select, one place being for "keep".</summary>
    private const int MostCandidates = 24;

    public string Prefix => "rule-proposal.";

    /// <summary>The proposal as the message to answer with; it is kept until it is answered.</summary>
    /// <exception cref="CommandFault">The document has faults, all of them named, or cannot be used.</exception>
    public async Task<OutgoingMessage> ShowAsync(RuleProposal proposal, CancellationToken cancellationToken)
    {
        ReadDocument read = Read(proposal);
        if (read.Remapping.Unknown is [var unknown, ..])
        {
            proposals.Keep(proposal);
            return Ask(proposal, unknown, read.Remapping.Unknown.Length);
        }

        RuleSet source = await workbench.SourceAsync(proposal.GuildId, cancellationToken);
        RuleSet next = proposal.ApplyTo(source, read.Rules);
        workbench.Check(next);
        ImmutableArray<RuleChange> changes = diff.Between(source, next);
        if (changes.IsEmpty)
            return CommandReply.Of("The server has these rules already: nothing would change.");
        proposals.Keep(proposal with { ShownAgainst = source.Version });
        return CommandReply.Of($"This would change the rules from version {source.Version} so:\n{RuleWorkbench.Shown(changes)}") with
        {
            Rows = [ComponentRow.Of(Button(proposal, Apply, "Apply", ButtonStyle.Success), Button(proposal, Cancel, "Leave it", ButtonStyle.Secondary))],
        };
    }

    public async Task PressAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken)
    {
        InteractionRouter.Demand(interaction, GuildPermissions.ManageGuild);
        string[] parts = interaction.CustomId[Prefix.Length..].Split('.');
        if (parts is not ["1", var id, var action, ..] || proposals.Find(id, interaction.GuildId, interaction.User.Id) is not { } proposal)
            throw new CommandFault("This is no longer waiting for an answer. Use the command again.");
        await responder.UpdateMessageAsync(await AnswerAsync(interaction, proposal, action, parts, cancellationToken), cancellationToken);
    }

    public Task SubmitAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken) =>
        throw new CommandFault("That belongs to another version of ModBot. Use the command again.");

    private async Task<OutgoingMessage> AnswerAsync(Interaction interaction, RuleProposal proposal, string action, string[] parts, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case Apply:
                return await ApplyAsync(interaction, proposal, cancellationToken);
            case Map when parts.Length == 4 && Snowflake.TryParse(parts[3], null, out Snowflake unknown) && interaction.Values is [var value]:
                Snowflake becomes = value == Keep ? unknown : Snowflake.TryParse(value, null, out Snowflake chosen) && proposal.Here.Any(known => known.Id == chosen) ? chosen
                    : throw new CommandFault("That is not a role or channel of this server.");
                return await ShowAsync(proposal with { Answers = proposal.Answers.SetItem(unknown, becomes) }, cancellationToken);
            default:
                proposals.Forget(proposal);
                return CommandReply.Of("Nothing was changed.");
        }
    }

    private async Task<OutgoingMessage> ApplyAsync(Interaction interaction, RuleProposal proposal, CancellationToken cancellationToken)
    {
        RuleSet proposed = Read(proposal).Rules;
        bool overtaken = false;
        StoredChange? stored = await workbench.ChangeAsync(
            interaction,
            proposal.Summary,
            source =>
            {
                overtaken = source.Version != proposal.ShownAgainst;
                return overtaken ? null : proposal.ApplyTo(source, proposed);
            },
            cancellationToken);
        if (overtaken)
        {
            OutgoingMessage again = await ShowAsync(proposal, cancellationToken);
            return again with { Content = SafeText.Cut($"**The rules were changed meanwhile.** Look again. {again.Content}", OutgoingMessage.MaximumContent) };
        }

        proposals.Forget(proposal);
        return CommandReply.Of(stored is null
            ? "The server has these rules already: nothing was changed."
            : $"Done (rules version {stored.Rules.Version}). `/rules rollback version:{stored.Rules.Version - 1}` takes it back.\n{stored.Difference}");
    }

    private ReadDocument Read(RuleProposal proposal)
    {
        var faults = new List<DocumentFault>();
        return documents.Read(proposal.Text, faults, proposal.Answers, proposal.Here)
            ?? throw RuleWorkbench.Refused("The document cannot be used:", [.. faults.Select(fault => new OptionFault("", fault.ToString()))]);
    }

    private OutgoingMessage Ask(RuleProposal proposal, NamedId unknown, int count)
    {
        string kind = unknown.Kind == NamedKind.Role ? "role" : "channel";
        SelectChoice[] candidates =
        [
            .. proposal.Here.Where(known => known.Kind == unknown.Kind && known.Name.Length > 0)
                .OrderByDescending(known => Likeness(known.Name, unknown.Name))
                .ThenBy(known => known.Name, StringComparer.OrdinalIgnoreCase)
                .Take(MostCandidates)
                .Select(known => new SelectChoice(SafeText.Cut(known.Name, 100), known.Id.ToString())),
        ];
        var keep = new SelectChoice("None: keep the id as it is", Keep, "It will mean nobody and nowhere here.");
        return CommandReply.Of($"The document names the {kind} **{SafeText.Inline(unknown.Name, 100)}**, which this server has not, or not once. Which {kind} is it here?{(count > 1 ? $" ({count - 1} more to go)" : "")}") with
        {
            Rows =
            [
                ComponentRow.Of(new SelectComponent($"{Prefix}1.{proposal.Id}.{Map}.{unknown.Id}", $"Which {kind}?", [keep, .. candidates])),
                ComponentRow.Of(Button(proposal, Cancel, "Leave it", ButtonStyle.Secondary)),
            ],
        };
    }

    /// <summary>How many letters two names share at their beginning; more where one holds the other.</summary>
    private static int Likeness(string left, string right)
    {
        int shared = 0;
        while (shared < left.Length && shared < right.Length && char.ToLowerInvariant(left[shared]) == char.ToLowerInvariant(right[shared]))
            shared++;
        return left.Contains(right, StringComparison.OrdinalIgnoreCase) || right.Contains(left, StringComparison.OrdinalIgnoreCase) ? shared + 100 : shared;
    }

    private ButtonComponent Button(RuleProposal proposal, string action, string label, ButtonStyle style) => new($"{Prefix}1.{proposal.Id}.{action}", label, style);
}
