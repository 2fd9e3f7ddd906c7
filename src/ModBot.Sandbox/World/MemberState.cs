using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

internal sealed class MemberState
{
    public required Snowflake UserId { get; init; }

    public string? Nick { get; set; }

    /// <summary>Without @everyone, which every member has.</summary>
    public List<Snowflake> Roles { get; set; } = [];

    public required DateTimeOffset JoinedAt { get; init; }

    public DateTimeOffset? TimedOutUntil { get; set; }

    public bool Mute { get; set; }

    public bool Deaf { get; set; }

    public bool Pending { get; set; }

    public int Flags { get; set; }

    public bool IsTimedOut(DateTimeOffset now) => TimedOutUntil > now;
}
