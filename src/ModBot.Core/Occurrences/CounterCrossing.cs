namespace ModBot.Core.Occurrences;

/// <summary>A named counter rose to a threshold, or fell below it. The author is the member whose counter it is.</summary>
public sealed record CounterCrossing : MemberOccurrence
{
    /// <summary>The counter's name.</summary>
    public required string Counter { get; init; }

    /// <summary>What it stood at before.</summary>
    public required double From { get; init; }

    /// <summary>What it stands at now.</summary>
    public required double To { get; init; }

    public override OccurrenceKinds Kind => OccurrenceKinds.CounterCrossed;

    public override string Describe() => FormattableString.Invariant($"The counter {Counter} went from {From:0.##} to {To:0.##}.");

    public override string ComputeRevision() => Revisions.Of(Kind, $"{Revisions.Digest(Counter)} {At.ToUnixTimeMilliseconds()}");
}
