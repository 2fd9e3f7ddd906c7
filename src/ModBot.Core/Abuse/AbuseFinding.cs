using ModBot.Core.Verdicts;

namespace ModBot.Core.Abuse;

/// <summary>Abuse of one category in a message.</summary>
public sealed record AbuseFinding
{
    public required Category Category { get; init; }

    /// <summary>1 mild, 2 strong, 3 grave.</summary>
    public required int Severity { get; init; }

    /// <summary>One sentence for a moderator; slurs in it are masked.</summary>
    public required string Reason { get; init; }

    /// <summary>Where it stands; empty where only the model says so.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>True where only the model's probability carries it.</summary>
    public bool ByModel { get; init; }

    /// <summary>The model's probability where it took part, 0..1.</summary>
    public double? Score { get; init; }
}
