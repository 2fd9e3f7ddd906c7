namespace ModBot.Discord.Probing;

/// <summary>What Discord says about a bot that is not running, as far as it could be asked.</summary>
public sealed record DiscordReading
{
    /// <summary>Why nothing more is known, as a sentence that says what to do; null where the API answered.</summary>
    public string? Fault { get; init; }

    /// <summary>From asking to the answer.</summary>
    public TimeSpan RoundTrip { get; init; }

    /// <summary>How far this machine's clock is ahead of the server's (negative: behind), good to a second; null where the server does not tell its time.</summary>
    public TimeSpan? ClockAhead { get; init; }

    /// <summary>How many gateway shards this process will run.</summary>
    public int Shards { get; init; }

    /// <summary>Gateway sessions that may still be started until <see cref="StartsResetAfter"/>.</summary>
    public int StartsRemaining { get; init; }

    public int StartsTotal { get; init; }

    public TimeSpan StartsResetAfter { get; init; }

    /// <summary>Sessions that may be started within 5 s.</summary>
    public int MaxConcurrency { get; init; }

    /// <summary>The developer portal's names of the intents that are needed and not switched on; null where the server does not say.</summary>
    public IReadOnlyList<string>? MissingIntents { get; init; }
}
