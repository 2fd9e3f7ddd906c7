using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Dashboard.Access;

/// <summary>
/// What the platform says somebody may do, remembered for moments: a page asks for a dozen things at once, and the platform
/// limits how often it may be asked. Who acts is always asked for anew.
/// </summary>
internal sealed class AccessMemory(IMemberAccess members, TimeProvider time)
{
    /// <summary>Somebody who loses a role sees no more after this long.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private const int Most = 2_000;
    private readonly Lock gate = new();
    private readonly Dictionary<(Snowflake Guild, Snowflake User), (MemberAccess Access, long At)> known = [];

    /// <summary>Null where the platform could not be asked.</summary>
    public async Task<MemberAccess?> FindAsync(Snowflake guild, Snowflake user, bool anew, CancellationToken cancellationToken)
    {
        if (!anew && Recall(guild, user) is { } recalled)
            return recalled;
        MemberAccess? found = await members.FindAsync(guild, user, cancellationToken);
        lock (gate)
        {
            if (found is null)
            {
                known.Remove((guild, user));
            }
            else
            {
                if (known.Count >= Most)
                    known.Clear();
                known[(guild, user)] = (found, time.GetTimestamp());
            }
        }

        return found;
    }

    private MemberAccess? Recall(Snowflake guild, Snowflake user)
    {
        lock (gate)
            return known.TryGetValue((guild, user), out (MemberAccess Access, long At) entry) && time.GetElapsedTime(entry.At) < Fresh ? entry.Access : null;
    }
}
