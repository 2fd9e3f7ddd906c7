namespace ModBot.Core.Occurrences;

/// <summary>The guild's raid level changed. Its id is the guild's; the author is whoever caused it.</summary>
public sealed record RaidLevelChange : MemberOccurrence
{
    /// <summary>0 for none.</summary>
    public required int From { get; init; }

    public required int To { get; init; }

    public override OccurrenceKinds Kind => OccurrenceKinds.RaidLevelChanged;

    public override string Describe() => $"The raid level went from {From} to {To}.";

    public override string ComputeRevision() => Revisions.Of(Kind, $"{To} {At.ToUnixTimeMilliseconds()}");
}
