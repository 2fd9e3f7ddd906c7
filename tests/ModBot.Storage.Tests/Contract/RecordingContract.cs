using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Ports;
using ModBot.Core.Verdicts;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Judgements are stored once, counted once and survive.</summary>
public abstract class RecordingContract(StoreFactory factory) : StoreContract(factory)
{
    [StoreFact]
    public async Task A_case_reads_as_it_was_recorded()
    {
        RecordedJudgement recorded = await Log.RecordAsync(Sample.Deleted(1), default);
        Assert.True(recorded.IsNew);
        await ReopenAsync();
        ModerationCase? read = await Log.GetCaseAsync(Sample.Guild, 1, default);
        Assert.NotNull(recorded.Case);
        Assert.Equal(3, recorded.Case.Actions.Count);
        Assert.Equivalent(recorded.Case, read, strict: true);
    }

    [StoreFact]
    public async Task A_log_verdict_opens_no_case_and_keeps_no_content()
    {
        RecordedJudgement recorded = await Log.RecordAsync(Sample.Logged(1), default);
        Assert.Equal(new RecordedJudgement(true, null), recorded);
        Assert.Empty(await Log.ListCasesAsync(new CaseQuery { GuildId = Sample.Guild }, default));
        Assert.Empty(await Log.ListGuildsAsync(default));
    }

    [StoreFact]
    public async Task What_shadow_kept_from_acting_is_a_case_without_actions()
    {
        Judgement judgement = Sample.Deleted(1);
        judgement = judgement with { Verdict = judgement.Verdict with { Disposition = Disposition.Log, Actions = [] } };
        ModerationCase? opened = (await Log.RecordAsync(judgement, default)).Case;
        Assert.Equal((Disposition.Log, Disposition.Delete, 0), (opened!.Disposition, opened.Intended, opened.Actions.Count));
        Assert.Equal(1, (await Log.CountAsync(Sample.Guild, default))[Disposition.Log]);
    }

    [StoreTheory]
    [InlineData(Disposition.Log)]
    [InlineData(Disposition.Flag)]
    [InlineData(Disposition.Delete)]
    public async Task The_same_revision_is_stored_once_even_after_a_reopen(Disposition disposition)
    {
        Judgement judgement = Sample.Of(Sample.Key(1), disposition);
        Assert.True((await Log.RecordAsync(judgement, default)).IsNew);
        Assert.Equal(new RecordedJudgement(false, null), await Log.RecordAsync(judgement, default));
        await ReopenAsync();
        // The rule set is not part of the key: a redelivery after a rule change is not judged twice.
        Judgement later = judgement with { Verdict = judgement.Verdict with { RuleSetVersion = 9 } };
        Assert.False((await Log.RecordAsync(later, default)).IsNew);
        Assert.Equal(1, await Log.CountJudgedAsync(Sample.Guild, Sample.Author, default));
        Assert.Equal(1, (await Log.CountAsync(Sample.Guild, default))[disposition]);
    }

    [StoreFact]
    public async Task A_case_that_is_not_about_a_message_is_not_counted_as_one()
    {
        Judgement judgement = Sample.Of(Sample.Key(1, revision: "joined:1767268800000"), Disposition.Flag);
        ModerationCase? opened = (await Log.RecordAsync(judgement, default)).Case;
        Assert.Equal(1, opened!.Number);
        Assert.False((await Log.RecordAsync(judgement, default)).IsNew);
        Assert.True((await Log.RecordAsync(judgement with { Key = Sample.Key(1, revision: "joined:1767268800001") }, default)).IsNew);
        await ReopenAsync();
        Assert.Equal(0, await Log.CountJudgedAsync(Sample.Guild, Sample.Author, default));
        Assert.Equal(0, (await Log.CountAsync(Sample.Guild, default)).Values.Sum());
        Assert.Equal(OccurrenceKinds.MemberJoined, (await Log.GetCaseAsync(Sample.Guild, 2, default))!.Key.Kind);
    }

    [StoreFact]
    public async Task A_log_verdict_and_a_case_of_one_revision_exclude_each_other()
    {
        await Log.RecordAsync(Sample.Logged(1), default);
        Assert.False((await Log.RecordAsync(Sample.Deleted(1), default)).IsNew);
        await Log.RecordAsync(Sample.Deleted(2), default);
        Assert.False((await Log.RecordAsync(Sample.Logged(2), default)).IsNew);
        Assert.Equal(2, await Log.CountJudgedAsync(Sample.Guild, Sample.Author, default));
    }

    [StoreFact]
    public async Task Another_revision_or_guild_is_another_judgement()
    {
        await Log.RecordAsync(Sample.Logged(1), default);
        Assert.True((await Log.RecordAsync(Sample.Logged(1, revision: "00000000000000ab"), default)).IsNew);
        Assert.True((await Log.RecordAsync(Sample.Logged(1, Sample.OtherGuild), default)).IsNew);
        Assert.True(await Log.IsJudgedAsync(Sample.Key(1), default));
        Assert.False(await Log.IsJudgedAsync(Sample.Key(1, revision: "00000000000000AA"), default));
        Assert.False(await Log.IsJudgedAsync(Sample.Key(2), default));
    }

    [StoreFact]
    public async Task The_judgement_found_is_the_one_stored_last()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        await Log.RecordAsync(Sample.Logged(1, revision: "0000000000000001"), default);
        JudgementSummary? found = await Log.FindJudgementAsync(Sample.Guild, new Snowflake(1), default);
        Assert.Equal(("0000000000000001", Disposition.Log, "", null), (found!.Key.Revision, found.Disposition, found.Rule, found.CaseNumber));
        Assert.Null(await Log.FindJudgementAsync(Sample.OtherGuild, new Snowflake(1), default));
    }

    [StoreFact]
    public async Task A_found_judgement_names_its_case()
    {
        Judgement judgement = Sample.Deleted(7);
        await Log.RecordAsync(judgement, default);
        Assert.Equal(
            new JudgementSummary
            {
                Key = judgement.Key,
                ChannelId = judgement.ChannelId,
                AuthorId = judgement.AuthorId,
                Disposition = Disposition.Delete,
                Categories = judgement.Verdict.Categories,
                Spam = judgement.Verdict.Spam,
                Rule = "spam",
                JudgedAt = judgement.JudgedAt,
                CaseNumber = 1,
            },
            await Log.FindJudgementAsync(Sample.Guild, new Snowflake(7), default));
    }

    [StoreFact]
    public async Task A_hundred_redeliveries_at_once_open_one_case()
    {
        await using OpenStore other = Factory.Create();
        RecordedJudgement[] recorded = await Task.WhenAll(Enumerable.Range(0, 100)
            .Select(i => Task.Run(() => (i % 2 == 0 ? Log : other.Log).RecordAsync(Sample.Deleted(1), default))));
        Assert.Single(recorded, judgement => judgement.IsNew);
        Assert.Single(await Log.ListCasesAsync(new CaseQuery { GuildId = Sample.Guild }, default));
        Assert.Equal(3, (await Log.GetCaseAsync(Sample.Guild, 1, default))!.Actions.Count);
    }

    [StoreFact]
    public async Task Numbers_have_no_gaps_when_two_processes_open_cases_at_once()
    {
        await using OpenStore other = Factory.Create();
        RecordedJudgement[] recorded = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(() =>
            (i % 2 == 0 ? Log : other.Log).RecordAsync(Sample.Deleted((ulong)(i / 3), i % 3 == 0 ? Sample.OtherGuild : Sample.Guild), default))));
        foreach (IGrouping<Snowflake, ModerationCase> guild in recorded.Where(judgement => judgement.IsNew).Select(judgement => judgement.Case!).GroupBy(opened => opened.Key.GuildId))
            Assert.Equal(Enumerable.Range(1, 100).Select(number => (long)number), guild.Select(opened => opened.Number).Order());
        Assert.Equal([Sample.Guild, Sample.OtherGuild], await Log.ListGuildsAsync(default));
    }

    [StoreFact]
    public async Task Counters_count_by_disposition_and_author()
    {
        Snowflake other = new(77);
        await Task.WhenAll(Enumerable.Range(1, 30).Select(i => Log.RecordAsync(Sample.Logged((ulong)i, author: i % 3 == 0 ? other : null), default)));
        await Log.RecordAsync(Sample.Flagged(31), default);
        await Log.RecordAsync(Sample.Deleted(32, author: other), default);
        await Log.RecordAsync(Sample.Logged(33, Sample.OtherGuild), default);
        IReadOnlyDictionary<Disposition, long> counts = await Log.CountAsync(Sample.Guild, default);
        Assert.Equal((30, 1, 1), (counts[Disposition.Log], counts[Disposition.Flag], counts[Disposition.Delete]));
        Assert.Equal(21, await Log.CountJudgedAsync(Sample.Guild, Sample.Author, default));
        Assert.Equal(11, await Log.CountJudgedAsync(Sample.Guild, other, default));
        Assert.Equal(1, await Log.CountJudgedAsync(Sample.OtherGuild, Sample.Author, default));
        Assert.Equal(0, await Log.CountJudgedAsync(Sample.OtherGuild, other, default));
    }

    [StoreFact]
    public async Task Counters_are_exact_at_any_moment_whoever_stored_what()
    {
        await using OpenStore other = Factory.Create();
        for (int round = 1; round <= 6; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => (i % 2 == 0 ? Log : other.Log)
                .RecordAsync(Sample.Logged((ulong)((round * 10_000) + i), i % 4 == 0 ? Sample.OtherGuild : null, new Snowflake((ulong)(i % 1_000))), default)));
            foreach (OpenStore store in (OpenStore[])[Store, other])
            {
                Assert.Equal(2 * round, await store.Log.CountJudgedAsync(Sample.Guild, new Snowflake(1), default));
                Assert.Equal(2 * round, await store.Log.CountJudgedAsync(Sample.OtherGuild, new Snowflake(4), default));
                Assert.Equal(0, await store.Log.CountJudgedAsync(Sample.Guild, new Snowflake(4), default));
                Assert.Equal(1_500 * round, (await store.Log.CountAsync(Sample.Guild, default))[Disposition.Log]);
                Assert.Equal(500 * round, (await store.Log.CountAsync(Sample.OtherGuild, default))[Disposition.Log]);
            }

            if (round == 3)
                await Log.PruneAsync(Sample.Noon.AddDays(1), Sample.Noon, default);
        }
    }

    [StoreFact]
    public async Task A_guild_never_seen_has_counted_nothing()
    {
        IReadOnlyDictionary<Disposition, long> counts = await Log.CountAsync(new Snowflake(5), default);
        Assert.Equal([0L, 0L, 0L], [counts[Disposition.Log], counts[Disposition.Flag], counts[Disposition.Delete]]);
    }

    [StoreTheory]
    [InlineData(0UL)]
    [InlineData(long.MaxValue)]
    [InlineData(9_223_372_036_854_775_808UL)]
    [InlineData(ulong.MaxValue)]
    public async Task Ids_of_all_64_bits_come_back(ulong id)
    {
        Judgement judgement = Sample.Deleted(id, new Snowflake(id), new Snowflake(id));
        await Log.RecordAsync(judgement with { ChannelId = new Snowflake(id) }, default);
        ModerationCase? read = await Log.GetCaseAsync(new Snowflake(id), 1, default);
        Assert.Equal((judgement.Key, new Snowflake(id), new Snowflake(id)), (read!.Key, read.AuthorId, read.ChannelId));
        Assert.Equal([new Snowflake(id)], await Log.ListGuildsAsync(default));
        Assert.Equal(new Snowflake(id), read.Actions[0].GuildId);
    }

    [StoreTheory]
    [InlineData("", "", "")]
    [InlineData("'); DROP TABLE cases; --", "'); DROP TABLE cases; --", "'); DROP TABLE cases; --")]
    [InlineData("\"@Guild\" ?1 :x $y %s %_", "\"@Guild\" ?1 :x $y %s %_", "\"@Guild\" ?1 :x $y %s %_")]
    [InlineData("a\0b", "a\uFFFDb", "a\0b")]
    [InlineData("{HIGH}half{LOW}", "\uFFFDhalf\uFFFD", "\uFFFDhalf\uFFFD")]
    [InlineData("👍🏽 𝓯𝓻𝓮𝓮 \u202Ertl\u200B\r\n\u2028", "👍🏽 𝓯𝓻𝓮𝓮 \u202Ertl\u200B\r\n\u2028", "👍🏽 𝓯𝓻𝓮𝓮 \u202Ertl\u200B\r\n\u2028")]
    public async Task Hostile_text_is_only_text(string text, string stored, string evidence)
    {
        // An attribute cannot hold half a surrogate pair.
        text = text.Replace("{HIGH}", "\uD800").Replace("{LOW}", "\uDC00");
        Judgement judgement = Sample.Of(Sample.Key(1, revision: text), Disposition.Delete, rule: text) with { AuthorName = text, Content = text, IncidentKey = text };
        Assert.True((await Log.RecordAsync(judgement, default)).IsNew);
        Assert.False((await Log.RecordAsync(judgement, default)).IsNew);
        Assert.True(await Log.IsJudgedAsync(judgement.Key, default));
        CaseAction action = (await Log.GetCaseAsync(Sample.Guild, 1, default))!.Actions[0];
        await Store.Outbox.EndAsync(new ActionEnd { ActionId = action.Id, State = ActionState.Failed, Detail = text, At = Sample.Noon }, default);
        await Log.AddReviewAsync(Sample.Guild, 1, Sample.Review(ReviewDecision.Upheld, reason: text) with { ModeratorName = text }, default);
        ModerationCase read = Assert.Single(await Log.ListCasesAsync(new CaseQuery { GuildId = Sample.Guild, Rule = text }, default));
        Assert.Equal((stored, stored, stored), (read.AuthorName, read.Rule, read.Key.Revision));
        Assert.Equal((stored, stored, stored), (read.Actions[0].Detail, read.Reviews[0].Reason, read.Reviews[0].ModeratorName));
        Assert.Equal(evidence, read.Evidence!.Content);
    }

    [StoreFact]
    public async Task A_very_long_text_is_kept_whole()
    {
        string text = new('é', 1_000_000);
        await Log.RecordAsync(Sample.Deleted(1) with { Content = text, AuthorName = text }, default);
        ModerationCase? read = await Log.GetCaseAsync(Sample.Guild, 1, default);
        Assert.Equal((text, text), (read!.AuthorName, read.Evidence!.Content));
    }

    [StoreTheory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(0f)]
    public async Task A_score_that_is_no_probability_does_not_lose_the_judgement(float spam)
    {
        Judgement judgement = Sample.Deleted(1);
        judgement = judgement with { Verdict = judgement.Verdict with { Spam = spam } };
        await Log.RecordAsync(judgement, default);
        Assert.Equal(spam, (await Log.GetCaseAsync(Sample.Guild, 1, default))!.Spam);
        Assert.Equal(spam, (await Log.FindJudgementAsync(Sample.Guild, new Snowflake(1), default))!.Spam);
    }

    [StoreFact]
    public async Task A_cancelled_record_stores_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Log.RecordAsync(Sample.Deleted(1), new CancellationToken(true)));
        Assert.False(await Log.IsJudgedAsync(Sample.Key(1), default));
    }

    [StoreFact]
    public async Task A_closed_store_says_so()
    {
        IModerationLog log = Log;
        await Store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => log.RecordAsync(Sample.Logged(1), default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => log.IsJudgedAsync(Sample.Key(1), default));
    }

    [StoreFact]
    public async Task Closing_stores_what_was_waiting()
    {
        Task<RecordedJudgement>[] recorded = [.. Enumerable.Range(0, 500).Select(i => Log.RecordAsync(Sample.Logged((ulong)i), default))];
        await ReopenAsync();
        Assert.All(await Task.WhenAll(recorded), judgement => Assert.True(judgement.IsNew));
        Assert.Equal(500, await Log.CountJudgedAsync(Sample.Guild, Sample.Author, default));
    }
}
