namespace ModBot.Core.Members;

/// <summary>What a counter stood at when it was last changed; what is left of it now says its <see cref="Rules.CounterSpec"/>.</summary>
public readonly record struct CounterReading(CounterKey Key, double Value, DateTimeOffset At);
