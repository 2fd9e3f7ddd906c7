using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModBot.Core.Cases;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Dashboard.Access;

namespace ModBot.Dashboard.Serving;

/// <summary>Cases as they arrive.</summary>
internal static class LiveRoutes
{
    /// <summary>How often a silent stream gives a sign of life, and asks whether its reader may still see it.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    public static void Map(RouteGroupBuilder guild) => guild.MapGet("/events", StreamAsync).RequireRateLimiting(RateLimits.Streams);

    /// <summary>Tells numbers and what happened, never content: the page asks for the card, and is asked who it is again.</summary>
    private static async Task StreamAsync(HttpContext http, ICaseFeed feed, AccessMemory memory, TimeProvider time)
    {
        var visit = GuildVisit.Of(http);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        EventStream stream = await EventStream.OpenAsync(http);
        await using IAsyncEnumerator<CaseChange> changes = feed.WatchAsync(visit.GuildId, ending.Token).GetAsyncEnumerator(ending.Token);
        Task<bool> next = changes.MoveNextAsync().AsTask();
        Task pause = Task.Delay(Beat, time, ending.Token);
        try
        {
            while (true)
            {
                if (await Task.WhenAny(next, pause) == pause)
                {
                    await pause;
                    pause = Task.Delay(Beat, time, ending.Token);
                    MemberAccess? access = await memory.FindAsync(visit.GuildId, visit.Viewer.Id, anew: false, http.RequestAborted);
                    if (access?.May(GuildRequirement.Read) != true)
                        break;
                    await stream.BeatAsync(http.RequestAborted);
                    continue;
                }

                if (!await next)
                    break;
                if (!changes.Current.Private || visit.MayManage)
                    await stream.SendAsync(changes.Current.Kind.ToString().ToLowerInvariant(), $"{changes.Current.Number}", http.RequestAborted);
                next = changes.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            await ending.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
