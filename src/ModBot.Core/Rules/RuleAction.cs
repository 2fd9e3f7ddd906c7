namespace ModBot.Core.Rules;

/// <summary>An action that a rule asks for.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Amount">Points for a strike, seconds for a timeout or a temporary ban; 0 where the kind needs none.</param>
public sealed record RuleAction(ActionKind Kind, long Amount = 0);
