namespace ModBot.Core.Filters;

/// <summary>A record whose members an <see cref="OptionSchema"/> reads and writes: a filter's parameters or an action's.</summary>
public abstract record OptionRecord;
