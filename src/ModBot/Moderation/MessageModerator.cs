using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ModBot.Core.Cases;
using ModBot.Core.Filters;
using ModBot.Core.Filters.History;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Learning;
using ModBot.Moderation.Restraints;
using ModBot.Storage;

namespace ModBot.Moderation;

/// <summary>Takes one message, or what else happened, all the way: judge, store the intent, hand it on to be done.</summary>
internal sealed partial class MessageModerator(
    GuildRules rules, GuildStates states, CircuitBreaker breaker, GuildMemories memories, MemberTallies tallies, GuildModels models, JudgingResources resources, IModerationLog log,
    ActionQueue actions, ModerationFeed feed, TimeProvider time, ILogger<MessageModerator> logger)
{
    /// <summary>Evidence keeps at most this many UTF-16 units of a message: Discord's longest content twice over.</summary>
    private const int MaximumEvidence = 8_000;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<FilterPipeline> pipelines = [];
    private int storeIsAway;

    /// <summary>Does not return before the verdict is stored: while the store is away (a full disk, a server that is restarted) it waits and tries again.</summary>
    public async Task ModerateAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        if (occurrence.GuildId == default)
            return;
        for (TimeSpan pause = ShortestPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await ModerateOnceAsync(occurrence, cancellationToken);
                if (Interlocked.Exchange(ref storeIsAway, 0) != 0)
                    LogStoreBack();
                return;
            }
            catch (StorageException fault) when (fault.MayPass)
            {
                if (Interlocked.Exchange(ref storeIsAway, 1) == 0)
                    LogStoreAway(fault);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    private async Task ModerateOnceAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        CompiledRuleSet ruleSet = await states.ApplyAsync(occurrence.GuildId, await rules.GetAsync(occurrence.GuildId, cancellationToken), cancellationToken);
        bool isWatched = occurrence is ChatMessage || (ruleSet.Watches & occurrence.Kind) != OccurrenceKinds.None;
        if (ruleSet.Mode == RuleMode.Off || !isWatched)
            return;
        if (await JudgeAsync(occurrence, MessageKey.Of(occurrence), ruleSet, cancellationToken) is { } opened)
            actions.Enqueue(opened);
    }

    /// <summary>Judges and stores; the case to act on, or null where there is none.</summary>
    private async Task<ModerationCase?> JudgeAsync(Occurrence occurrence, MessageKey key, CompiledRuleSet ruleSet, CancellationToken cancellationToken)
    {
        GuildMemory memory = memories.Of(occurrence.GuildId);
        int judgedBefore = await JudgedBeforeAsync(memory, occurrence, cancellationToken);
        ISpamModel model = await models.ForAsync(occurrence.GuildId, cancellationToken);
        MemberFacts member = await tallies.CompleteAsync(MemberFacts.Of(occurrence, judgedBefore) with { Raid = ruleSet.State.Raid?.Level ?? RaidLevel.None }, occurrence, ruleSet.Source, cancellationToken);
        (Verdict verdict, MessageTrace? trace, string[] invites) = Judge(occurrence, ruleSet, model, memory, member);
        if (invites.Length > 0 && await resources.ResolveAsync(invites, cancellationToken))
            (verdict, trace, _) = Judge(occurrence, ruleSet, model, memory, member);
        if (await breaker.WatchAsync(memory.StandingHits, occurrence, verdict, ruleSet, cancellationToken) is { } heldBack)
            (verdict, trace, _) = Judge(occurrence, heldBack, model, memory, member);
        RecordedJudgement recorded = await RecordAsync(ToJudgement(occurrence, key, verdict), cancellationToken);
        if (!recorded.IsNew)
            return null;
        memory.History.Keep(ruleSet.History);
        memory.History.Observe(occurrence, verdict, trace);
        if (occurrence is ChatMessage)
            memory.SetJudged(occurrence.Author.Id, judgedBefore + 1);

        foreach (FilterError error in verdict.Errors)
            LogFilterFailed(error.Rule, error.Filter, occurrence.GuildId, occurrence.Id, error.Message);
        if (recorded.Case is { } opened)
        {
            LogCase(opened.Number, occurrence.GuildId, occurrence.Kind, occurrence.Id, opened.Disposition, opened.Rule);
            return opened;
        }

        if (occurrence is ChatMessage)
            feed.Publish(new HandledMessage(occurrence.GuildId, occurrence.Id, verdict.Disposition, CaseNumber: null));
        return null;
    }

    /// <summary>Of what is no message only cases are kept: nothing is counted, so that judging it again does no harm.</summary>
    private Task<RecordedJudgement> RecordAsync(Judgement judgement, CancellationToken cancellationToken) =>
        judgement.Key.IsMessage || judgement.OpensCase ? log.RecordAsync(judgement, cancellationToken) : Task.FromResult(new RecordedJudgement(IsNew: true, Case: null));

    /// <summary>The verdict, what the message was measured to be, and the invites of which nobody knows where they lead.</summary>
    private (Verdict Verdict, MessageTrace? Trace, string[] Invites) Judge(Occurrence occurrence, CompiledRuleSet ruleSet, ISpamModel model, GuildMemory memory, MemberFacts member)
    {
        if (!pipelines.TryTake(out FilterPipeline? pipeline))
            pipeline = new FilterPipeline();
        try
        {
            Verdict verdict = pipeline.Judge(occurrence, ruleSet, model, member, memory.History, resources.Current);
            return (verdict, occurrence is ChatMessage ? pipeline.Trace : null, [.. pipeline.UnresolvedInvites]);
        }
        finally
        {
            pipelines.Add(pipeline);
        }
    }

    private async ValueTask<int> JudgedBeforeAsync(GuildMemory memory, Occurrence occurrence, CancellationToken cancellationToken)
    {
        if (memory.TryGetJudged(occurrence.Author.Id, out int count))
            return count;
        count = await log.CountJudgedAsync(occurrence.GuildId, occurrence.Author.Id, cancellationToken);
        memory.SetJudged(occurrence.Author.Id, count);
        return count;
    }

    private Judgement ToJudgement(Occurrence occurrence, MessageKey key, Verdict verdict)
    {
        return new Judgement
        {
            Key = key,
            ChannelId = occurrence.ChannelId,
            AuthorId = occurrence.Author.Id,
            AuthorName = NameOf(occurrence.Author),
            PostedAt = occurrence.At,
            JudgedAt = time.GetUtcNow(),
            Verdict = verdict,
            Content = verdict.IsNotable ? EvidenceOf(occurrence) : "",
            Private = verdict.Categories.Contains(Category.SelfHarm),
            IncidentKey = verdict.IncidentKey,
        };
    }

    private static string EvidenceOf(Occurrence occurrence)
    {
        var surfaces = new List<MessageSurface>();
        occurrence.CollectSurfaces(surfaces);
        string text = string.Join('\n', [.. Description(occurrence), .. surfaces.Select(surface => surface.Kind == SurfaceKind.Content ? surface.Text : $"[{surface.Kind}] {surface.Text}")]);
        return text.Length <= MaximumEvidence ? text : text[..MaximumEvidence];
    }

    private static IEnumerable<string> Description(Occurrence occurrence) => occurrence is ChatMessage ? [] : [occurrence.Describe()];

    /// <summary>Of those who were never seen only the id is known.</summary>
    private static string NameOf(MessageAuthor author) => author.DisplayName.Length > 0 ? author.DisplayName : author.Id.ToString();

    [LoggerMessage(2001, LogLevel.Information, "Case {Case} in guild {Guild}: {Kind} {Subject} → {Disposition} by rule {Rule}")]
    private partial void LogCase(long @case, Snowflake guild, OccurrenceKinds kind, Snowflake subject, Disposition disposition, string rule);

    [LoggerMessage(2002, LogLevel.Error, "Rule {Rule} (filter {Filter}) failed in guild {Guild} on {Subject}: {Fault}")]
    private partial void LogFilterFailed(string rule, string filter, Snowflake guild, Snowflake subject, string fault);

    [LoggerMessage(2003, LogLevel.Error, "The store does not take verdicts: messages wait until it does")]
    private partial void LogStoreAway(StorageException fault);

    [LoggerMessage(2004, LogLevel.Information, "The store takes verdicts again")]
    private partial void LogStoreBack();
}
