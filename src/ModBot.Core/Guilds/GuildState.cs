using System.Collections.Immutable;
using ModBot.Core.Rules;

namespace ModBot.Core.Guilds;

/// <summary>What holds a guild's rules back or heightens them for a time. Each ends by itself.</summary>
public sealed record GuildState
{
    public static readonly GuildState Calm = new();

    /// <summary>The emergency stop; null where there is none.</summary>
    public EmergencyStop? Stop { get; init; }

    /// <summary>Null where there is no raid.</summary>
    public RaidAlarm? Raid { get; init; }

    /// <summary>Rules that the circuit breaker holds back, at most 500.</summary>
    public ImmutableArray<RuleTrip> Trips { get; init; } = [];

    /// <summary>What of it still holds at a moment.</summary>
    public GuildState At(DateTimeOffset now) => this with
    {
        Stop = Stop?.Until > now ? Stop : null,
        Raid = Raid?.Until > now ? Raid : null,
        Trips = Trips.RemoveAll(trip => trip.Until <= now),
    };

    public RaidLevel LevelAt(DateTimeOffset now) => Raid is { } raid && raid.Until > now ? raid.Level : RaidLevel.None;

    /// <summary>When the first part of it ends; null where nothing holds.</summary>
    public DateTimeOffset? NextEnd => new[] { Stop?.Until, Raid?.Until }.Concat(Trips.Select(trip => (DateTimeOffset?)trip.Until)).Min();

    public bool Equals(GuildState? other) => other is not null && Stop == other.Stop && Raid == other.Raid && Trips.SequenceEqual(other.Trips);

    public override int GetHashCode() => HashCode.Combine(Stop, Raid, Trips.Length);
}
