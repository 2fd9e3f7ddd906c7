using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;

namespace ModBot.Discord.Lanes;

/// <summary>How far a gap is.</summary>
internal enum GapProgress
{
    More,
    Closed,
    TryLater,
}

/// <summary>Reads what a lane missed, a page at a time, and hands each message over once.</summary>
internal sealed class GapFiller(IMessageHistory history, int limit)
{
    private const int PageSize = 100;
    private const int EditsPerStep = 10;

    /// <summary>Pauses between tries: 1 s, doubling up to a minute.</summary>
    public static TimeSpan Rest(int attempts) => TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Clamp(attempts - 1, 0, 6))));

    public async Task<GapProgress> StepAsync(ulong guild, ChannelGap gap, RecentIds handedIds, EventLanes lanes)
    {
        try
        {
            return gap.HasPosts && gap.After < gap.Through
                ? await ReadPostsAsync(guild, gap, handedIds, lanes)
                : await ReadEditsAsync(guild, gap, lanes);
        }
        catch (OperationCanceledException)
        {
            return GapProgress.Closed;
        }
        catch (Exception exception)
        {
            // A lane must go on whatever one gap's reading does.
            lanes.Log.FillFailed(guild, gap.Channel, exception);
            return GapProgress.Closed;
        }
    }

    private async Task<GapProgress> ReadPostsAsync(ulong guild, ChannelGap gap, RecentIds handedIds, EventLanes lanes)
    {
        HistoryPage page = await history.ReadPageAsync(new Snowflake(guild), new Snowflake(gap.Channel), new Snowflake(gap.After), PageSize, lanes.Stopping);
        if (!page.Outcome.IsDone)
            return AfterFailure(guild, gap, page.Outcome, lanes);
        int handed = 0;
        foreach (ChatMessage message in page.Messages)
        {
            if (!gap.Covers(message.Id.Value) || !handedIds.Add(message.Id.Value))
                continue;
            await lanes.HandAsync(guild, new MessageReceived(message));
            gap.Advance(message.Id.Value);
            handed++;
        }

        gap.Count(page.Seen, handed);
        gap.Advance(page.Newest.Value);
        bool isRead = page.IsLast || page.Newest.Value >= gap.Through;
        if (!isRead && gap.Seen < limit)
            return GapProgress.More;
        lanes.Log.Filled(guild, gap.Channel, gap.Handed, isRead);
        gap.ClosePosts();
        return gap.Edited.Count > 0 ? GapProgress.More : GapProgress.Closed;
    }

    private async Task<GapProgress> ReadEditsAsync(ulong guild, ChannelGap gap, EventLanes lanes)
    {
        foreach (ulong id in gap.Edited.Take(EditsPerStep).ToList())
        {
            (ActionOutcome outcome, ChatMessage? message) = await history.ReadOneAsync(new Snowflake(guild), new Snowflake(gap.Channel), new Snowflake(id), lanes.Stopping);
            if (outcome.MayRetry)
                return AfterFailure(guild, gap, outcome, lanes);
            gap.Settle(id);
            if (message is not null)
                await lanes.HandAsync(guild, new MessageReceived(message with { IsEdit = true }));
        }

        return gap.Edited.Count > 0 ? GapProgress.More : GapProgress.Closed;
    }

    private static GapProgress AfterFailure(ulong guild, ChannelGap gap, ActionOutcome outcome, EventLanes lanes)
    {
        if (outcome.MayRetry)
            return GapProgress.TryLater;
        lanes.Log.FillRefused(guild, gap.Channel, outcome.Detail);
        return GapProgress.Closed;
    }
}
