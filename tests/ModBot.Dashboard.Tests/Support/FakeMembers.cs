using System.Collections.Concurrent;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Dashboard.Tests.Support;

/// <summary>What the platform says of people; nobody is a member until told so.</summary>
internal sealed class FakeMembers : IMemberAccess
{
    private readonly ConcurrentDictionary<(Snowflake, Snowflake), MemberAccess> members = new();
    private int asked;

    /// <summary>The platform does not answer.</summary>
    public bool IsDown { get; set; }

    public int Asked => asked;

    public void Set(Snowflake guild, Snowflake user, GuildPermissions permissions) => members[(guild, user)] = new MemberAccess(IsMember: true, permissions);

    public Task<MemberAccess?> FindAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref asked);
        return Task.FromResult(IsDown ? null : members.GetValueOrDefault((guild, user), MemberAccess.None));
    }
}
