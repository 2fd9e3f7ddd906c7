namespace ModBot.Core.Rules;

/// <summary>What a counter counts per.</summary>
public enum CounterScope
{
    Author = 0,
    Channel = 1,
    Server = 2,
}
