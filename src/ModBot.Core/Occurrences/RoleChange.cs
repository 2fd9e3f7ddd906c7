using ModBot.Core.Messages;

namespace ModBot.Core.Occurrences;

/// <summary>A member was given a role, or lost it.</summary>
public sealed record RoleChange : MemberOccurrence
{
    public required Snowflake RoleId { get; init; }

    public required bool Added { get; init; }

    public override OccurrenceKinds Kind => Added ? OccurrenceKinds.RoleAdded : OccurrenceKinds.RoleRemoved;

    public override string Describe() => $"{(Added ? "Was given" : "Lost")} the role <@&{RoleId}>.";

    public override string ComputeRevision() => Revisions.Of(Kind, $"{RoleId} {At.ToUnixTimeMilliseconds()}");
}
