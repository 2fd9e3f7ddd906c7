using ModBot.Core.Platform;

namespace ModBot.Moderation.Occurrences;

/// <summary>Knows one AutoMod match again that is told several times.</summary>
internal sealed class RecentTriggers
{
    /// <summary>The actions of one rule are told within milliseconds of each other.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(2);

    private const int Kept = 16;

    private readonly Queue<(AutoModTrigger Trigger, DateTimeOffset At)> recent = new();

    /// <summary>True the first time.</summary>
    public bool IsFirst(AutoModTrigger trigger, DateTimeOffset at)
    {
        while (recent.Count > 0 && (recent.Count > Kept || at - recent.Peek().At > Together))
            recent.Dequeue();
        foreach ((AutoModTrigger known, _) in recent)
        {
            if (known == trigger)
                return false;
        }

        recent.Enqueue((trigger, at));
        return true;
    }
}
