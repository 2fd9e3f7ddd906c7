namespace ModBot.Core.Occurrences;

/// <summary>A member joined.</summary>
public sealed record MemberArrival : MemberOccurrence
{
    public override OccurrenceKinds Kind => OccurrenceKinds.MemberJoined;

    public override string Describe() => $"Joined the server; the account was made on {Author.Id.Timestamp:yyyy-MM-dd}.";

    public override string ComputeRevision() => Revisions.Of(Kind, (Author.JoinedAt ?? At).ToUnixTimeMilliseconds().ToString());
}
