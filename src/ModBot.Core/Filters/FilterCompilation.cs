namespace ModBot.Core.Filters;

/// <summary>What the filters of one rule set share while they are compiled: one automaton for all their terms.</summary>
public sealed class FilterCompilation
{
}
