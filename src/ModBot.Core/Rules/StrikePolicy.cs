using System.Collections.Immutable;
using ModBot.Core.Actions;

namespace ModBot.Core.Rules;

/// <summary>How a server's strikes decay, and what follows when they pile up.</summary>
public sealed record StrikePolicy
{
    /// <summary>A point a week falls off; nothing follows until a server sets a ladder.</summary>
    public static readonly StrikePolicy Default = new();

    /// <summary>The default with a usual ladder: 3 points time out for an hour, 6 for a day, 9 call the moderators.</summary>
    public static readonly StrikePolicy WithUsualLadder = new()
    {
        Ladder =
        [
            new(3, new TimeoutAction { Duration = TimeSpan.FromHours(1) }),
            new(6, new TimeoutAction { Duration = TimeSpan.FromDays(1) }),
            new(9, new AlertAction { Text = "{user} has {strikes} strike points (case {case}). Decide whether they may stay." }),
        ],
    };

    /// <summary>The most steps of a ladder.</summary>
    public const int MaximumSteps = 20;

    /// <summary>Points that fall off in every <see cref="Every"/>, evenly; 0..100, 0: never.</summary>
    public int Decay { get; init; } = 1;

    /// <summary>1 hour to 365 days.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromDays(7);

    /// <summary>By rising points; empty: strikes are counted and nothing follows.</summary>
    public ImmutableArray<LadderStep> Ladder { get; init; } = [];

    /// <summary>Points as they count: a point counts whole until the last of it has fallen off.</summary>
    public static int Whole(double points) => (int)Math.Ceiling(Math.Max(0, points - 1e-6));

    /// <summary>What is left of points after a time.</summary>
    public double PointsAfter(double points, TimeSpan since) => since <= TimeSpan.Zero ? points : Math.Max(0, points - (Decay * (since / Every)));

    /// <summary>The highest step that is reached by going from one total to another; null where none is.</summary>
    public LadderStep? StepBetween(double before, double after) => Ladder.LastOrDefault(step => Whole(before) < step.At && step.At <= Whole(after));

    public bool Equals(StrikePolicy? other) => other is not null && Decay == other.Decay && Every == other.Every && Ladder.SequenceEqual(other.Ladder);

    public override int GetHashCode() => HashCode.Combine(Decay, Every, Ladder.Length);
}
