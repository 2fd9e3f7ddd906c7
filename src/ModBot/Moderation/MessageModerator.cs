using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ModBot.Core.Cases;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Moderation;

/// <summary>Takes one message all the way: judge, store the intent, hand it on to be done.</summary>
internal sealed partial class MessageModerator(
    GuildRules rules, ISpamModel model, IModerationLog log, ActionExecutor executor, ActionQueue actions, ModerationFeed feed, TimeProvider time, ILogger<MessageModerator> logger)
{
    /// <summary>Evidence keeps at most this many UTF-16 units of a message: Discord's longest content twice over.</summary>
    private const int MaximumEvidence = 8_000;

    private readonly ConcurrentBag<FilterPipeline> pipelines = [];
    private readonly ConcurrentDictionary<Snowflake, GuildMemory> memories = new();

    public async Task ModerateAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        if (message.GuildId == default)
            return;
        CompiledRuleSet ruleSet = await rules.GetAsync(message.GuildId, cancellationToken);
        if (ruleSet.Mode == RuleMode.Off)
            return;
        var key = new MessageKey(message.GuildId, message.Id, MessageSurfaces.Revision(message));
        if (executor.TryHold(key) is not { } hold)
            return;
        ModerationCase? opened = null;
        try
        {
            opened = await JudgeAsync(message, key, ruleSet, cancellationToken);
        }
        finally
        {
            if (opened is null)
                hold.Dispose();
        }

        if (opened is not null)
            actions.Enqueue(opened, hold);
    }

    public void Forget(Snowflake guild) => memories.TryRemove(guild, out _);

    /// <summary>Judges and stores; the case to act on, or null where there is none.</summary>
    private async Task<ModerationCase?> JudgeAsync(ChatMessage message, MessageKey key, CompiledRuleSet ruleSet, CancellationToken cancellationToken)
    {
        GuildMemory memory = memories.GetOrAdd(message.GuildId, _ => new GuildMemory());
        int judgedBefore = await JudgedBeforeAsync(memory, message, cancellationToken);
        Verdict verdict = Judge(message, ruleSet, memory, judgedBefore);
        RecordedJudgement recorded = await log.RecordAsync(ToJudgement(message, key, verdict), cancellationToken);
        if (!recorded.IsNew)
            return null;
        memory.History.Retain(ruleSet.LongestWindow);
        memory.History.Observe(message);
        memory.SetJudged(message.Author.Id, judgedBefore + 1);
        foreach (FilterError error in verdict.Errors)
            LogFilterFailed(error.Rule, error.Filter, message.GuildId, message.Id, error.Message);
        if (recorded.Case is { } opened)
        {
            LogCase(opened.Number, message.GuildId, message.Id, opened.Disposition, opened.Rule);
            return opened;
        }

        feed.Publish(new HandledMessage(message.GuildId, message.Id, verdict.Disposition, CaseNumber: null));
        return null;
    }

    private Verdict Judge(ChatMessage message, CompiledRuleSet ruleSet, GuildMemory memory, int judgedBefore)
    {
        if (!pipelines.TryTake(out FilterPipeline? pipeline))
            pipeline = new FilterPipeline();
        try
        {
            return pipeline.Judge(message, ruleSet, model, MemberFacts.Of(message, judgedBefore), memory.History);
        }
        finally
        {
            pipelines.Add(pipeline);
        }
    }

    private async ValueTask<int> JudgedBeforeAsync(GuildMemory memory, ChatMessage message, CancellationToken cancellationToken)
    {
        if (memory.TryGetJudged(message.Author.Id, out int count))
            return count;
        count = await log.CountJudgedAsync(message.GuildId, message.Author.Id, cancellationToken);
        memory.SetJudged(message.Author.Id, count);
        return count;
    }

    private Judgement ToJudgement(ChatMessage message, MessageKey key, Verdict verdict)
    {
        Hit? leading = verdict.Leading;
        return new Judgement
        {
            Key = key,
            ChannelId = message.ChannelId,
            AuthorId = message.Author.Id,
            AuthorName = message.Author.DisplayName,
            PostedAt = message.At,
            JudgedAt = time.GetUtcNow(),
            Verdict = verdict,
            Content = verdict.IsNotable ? EvidenceOf(message) : "",
            Private = verdict.Categories.Contains(Category.SelfHarm),
            IncidentKey = leading?.IncidentKey,
        };
    }

    private static string EvidenceOf(ChatMessage message)
    {
        var surfaces = new List<MessageSurface>();
        MessageSurfaces.Collect(message, surfaces);
        string text = string.Join('\n', surfaces.Select(surface => surface.Kind == SurfaceKind.Content ? surface.Text : $"[{surface.Kind}] {surface.Text}"));
        return text.Length <= MaximumEvidence ? text : text[..MaximumEvidence];
    }

    [LoggerMessage(2001, LogLevel.Information, "Case {Case} in guild {Guild}: message {Message} → {Disposition} by rule {Rule}")]
    private partial void LogCase(long @case, Snowflake guild, Snowflake message, Disposition disposition, string rule);

    [LoggerMessage(2002, LogLevel.Error, "Rule {Rule} (filter {Filter}) failed in guild {Guild} on message {Message}: {Fault}")]
    private partial void LogFilterFailed(string rule, string filter, Snowflake guild, Snowflake message, string fault);
}
