namespace ModBot.Core.Occurrences;

/// <summary>A member left, was kicked or was banned.</summary>
public sealed record MemberDeparture : MemberOccurrence
{
    public override OccurrenceKinds Kind => OccurrenceKinds.MemberLeft;

    public override string Describe() => "Left the server.";

    /// <summary>A membership ends once; where its begin is unknown, the hour tells departures apart.</summary>
    public override string ComputeRevision() =>
        Revisions.Of(Kind, Author.JoinedAt is { } joined ? joined.ToUnixTimeMilliseconds().ToString() : $"hour {At.ToUnixTimeSeconds() / 3_600}");
}
