using ModBot.Core.Filters;

namespace ModBot.Core.Rules;

/// <summary>A rule with its filter compiled.</summary>
public sealed record CompiledRule(Rule Rule, FilterDefinition Definition, ICompiledFilter Filter);
