using ModBot.Core.Cases;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Trials;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary>Asks today's rules about a message that was posted, with what stood before it in its channel. Nothing is stored, nothing is done.</summary>
internal sealed class RuleInquirer(GuildRules rules, FilterRegistry filters, RuleSetJson json, ISpamModel model, KnownFacts facts, IModerationLog log, IModerationPlatform platform)
{
    /// <summary>Messages before it that windows are counted over.</summary>
    private const int MostBefore = 300;

    private const int Page = 100;

    /// <summary>Fetches the message and explains it; private rules only to those who may see private matters.</summary>
    /// <exception cref="CommandFault">It cannot be read.</exception>
    public async Task<OutgoingMessage> ExplainAsync(Interaction interaction, MessageReference reference, CancellationToken cancellationToken)
    {
        Snowflake guild = interaction.GuildId;
        (ActionOutcome outcome, ChatMessage? message) = await platform.ReadMessageAsync(guild, reference.ChannelId, reference.MessageId, cancellationToken);
        if (message is not null)
            return await ExplainAsync(message, interaction.UserPermissions.HasFlag(GuildPermissions.ManageGuild) || interaction.UserPermissions.HasFlag(GuildPermissions.Administrator), cancellationToken);
        JudgementSummary? judged = await log.FindJudgementAsync(guild, reference.MessageId, cancellationToken);
        throw new CommandFault((outcome.Kind, judged) switch
        {
            (OutcomeKind.Done, _) => "That is a message of mine: I do not judge those.",
            (OutcomeKind.NotFound, { CaseNumber: { } number }) => $"The message is gone. `/case show number:{number}` says why.",
            (OutcomeKind.NotFound, _) => "There is no such message in this server, or it is gone.",
            _ => $"The message cannot be read: {outcome.Detail}",
        });
    }

    private async Task<OutgoingMessage> ExplainAsync(ChatMessage message, bool withPrivate, CancellationToken cancellationToken)
    {
        Snowflake guild = message.GuildId;
        RuleSet source = await rules.GetSourceAsync(guild, cancellationToken);
        var inquiry = new RuleInquiry(source, await rules.ModeAsync(guild, cancellationToken), filters, json, model);
        int before = await ObserveBeforeAsync(inquiry, message, cancellationToken);
        InquiryReport full = inquiry.Ask(message, await facts.OfAsync(message, source, cancellationToken), withNearMisses: true, cancellationToken);
        InquiryReport report = withPrivate ? full : full with { Looks = [.. full.Looks.Where(look => !look.Rule.Private)] };
        string head = $"{await StoredAsync(message, cancellationToken)}By the rules of today (version {source.Version}), with {before} message{(before == 1 ? "" : "s")} of the channel before it: {RuleLookText.Verdict(report.Verdict)}";
        return CommandReply.Of(RuleLookText.Looks(report, head));
    }

    private async Task<string> StoredAsync(ChatMessage message, CancellationToken cancellationToken) =>
        await log.FindJudgementAsync(message.GuildId, message.Id, cancellationToken) is not { } judged
            ? "I have no record of judging it (it was posted before me, or the record has been pruned).\n"
            : $"When it was posted: **{RuleWorkbench.Lower(judged.Disposition)}**{(judged.CaseNumber is { } number ? $" (case {number}: `/case show number:{number}`)" : "")}.\n";

    private async Task<int> ObserveBeforeAsync(RuleInquiry inquiry, ChatMessage message, CancellationToken cancellationToken)
    {
        if (inquiry.LongestWindow <= TimeSpan.Zero)
            return 0;
        Snowflake from = Snowflake.At(message.At - inquiry.LongestWindow);
        var before = new List<ChatMessage>();
        for (Snowflake? next = message.Id; next is { } id && before.Count < MostBefore;)
        {
            (_, MessagePage page) = await platform.ReadBackAsync(message.GuildId, message.ChannelId, id, Page, cancellationToken);
            before.AddRange(page.Messages.Where(older => older.Id >= from));
            next = page.Messages is [.., var last] && last.Id < from ? null : page.Older;
        }

        foreach (ChatMessage older in before.OrderBy(older => older.Id))
            inquiry.Observe(older);
        return before.Count;
    }
}
