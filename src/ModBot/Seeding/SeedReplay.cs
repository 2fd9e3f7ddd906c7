using ModBot.CommandLine;
using ModBot.Core.Cases;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Seeds;
using ModBot.Core.Verdicts;
using ModBot.Models;
using ModBot.Moderation;
using ModBot.Sandbox;

namespace ModBot.Seeding;

/// <summary>
/// Posts the seed's comments in the sandbox, each by its author and at its time, and tells what the bot made of them. Ids are
/// derived from the comments, so a second run finds them posted and judged, and adds nothing.
/// </summary>
internal sealed class SeedReplay(SandboxWorld world, SeedLibrary seeds, TextWriter progress, GuildRules rules, IModerationLog log, ModerationFeed feed, ISpamModel model, TimeProvider time)
{
    private const int ProgressStep = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <exception cref="UsageException">The seeds are faulty.</exception>
    /// <exception cref="TimeoutException">The bot did not judge a comment in time.</exception>
    public async Task<IReadOnlyList<VerdictRow>> RunAsync(CancellationToken cancellationToken)
    {
        SeedDocument document = seeds.ReadDocument();
        IReadOnlyList<GoldenVerdict> golden = seeds.ReadGolden();
        Snowflake guild = SandboxIds.Guild;
        await PrepareGuildAsync(guild, cancellationToken);
        await feed.WaitForGuildAsync(guild, cancellationToken).WaitAsync(LongestWait, time, cancellationToken);
        using ModerationFeed.Subscription handled = feed.Subscribe();
        var rows = new List<VerdictRow>(document.Comments.Length);
        foreach ((SeedComment comment, GoldenVerdict schedule) in document.Comments.Zip(golden))
        {
            SeedPost post = Place(comment, schedule);
            if (await log.FindJudgementAsync(guild, post.MessageId, cancellationToken) is null)
                await PostAsync(post, handled, cancellationToken);
            rows.Add(await RowAsync(guild, post, document, cancellationToken));
            if (rows.Count % ProgressStep == 0 || rows.Count == document.Comments.Length)
                await progress.WriteLineAsync($"Replayed {rows.Count} of the seed's {document.Comments.Length} comments");
        }

        return rows;
    }

    private async Task PrepareGuildAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        GuildSettings settings = await rules.GetSettingsAsync(guild, cancellationToken);
        if (settings.ReviewChannel is null)
            await rules.SaveSettingsAsync(guild, settings with { ReviewChannel = SandboxIds.Review }, cancellationToken);
    }

    private SeedPost Place(SeedComment comment, GoldenVerdict schedule) => new(
        comment.Index,
        world.EnsureMember(comment.Author, joinedAt: schedule.At.AddDays(-1)),
        comment.Author,
        Snowflake.At(schedule.At, (uint)comment.Index),
        comment.Text);

    private async Task PostAsync(SeedPost post, ModerationFeed.Subscription handled, CancellationToken cancellationToken)
    {
        SandboxPost posted = world.PostMessage(SandboxIds.Comments, post.AuthorId, post.Text, new SandboxMessageOptions { Id = post.MessageId });
        if (posted.Outcome != SandboxPostOutcome.Posted)
            return;
        using var limit = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            while ((await handled.Messages.ReadAsync(either.Token)).MessageId != post.MessageId)
            {
                // Somebody else's message, posted on the page meanwhile.
            }
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"Comment {post.Index} was not judged within {LongestWait.TotalSeconds:N0} s.", late);
        }
    }

    /// <summary>What the log says. An old log verdict may be pruned; it is then judged again, without effect.</summary>
    private async Task<VerdictRow> RowAsync(Snowflake guild, SeedPost post, SeedDocument document, CancellationToken cancellationToken)
    {
        JudgementSummary? found = await log.FindJudgementAsync(guild, post.MessageId, cancellationToken);
        if (found?.CaseNumber is { } number && await log.GetCaseAsync(guild, number, cancellationToken) is { } moderationCase)
        {
            string why = moderationCase.Evidence?.Hits is [var leading, ..] ? leading.Reason : "the evidence has expired";
            return new VerdictRow(post.Index, post.Author, moderationCase.Disposition, $"{moderationCase.Rule}: {why}", moderationCase.Spam);
        }

        return found is null
            ? VerdictRow.Of(post.Index, post.Author, await JudgeAgainAsync(guild, post, document, cancellationToken))
            : new VerdictRow(post.Index, post.Author, found.Disposition, found.Rule, found.Spam);
    }

    private async Task<Verdict> JudgeAgainAsync(Snowflake guild, SeedPost post, SeedDocument document, CancellationToken cancellationToken)
    {
        var message = new ChatMessage
        {
            Id = post.MessageId,
            GuildId = guild,
            ChannelId = SandboxIds.Comments,
            Author = new MessageAuthor { Id = post.AuthorId, Username = post.Author },
            Content = post.Text,
            Context = new MessageContext(document.Article, null),
        };
        return new FilterPipeline().Judge(message, await rules.GetAsync(guild, cancellationToken), model, MemberFacts.Unknown, EmptyHistory.Instance);
    }
}
