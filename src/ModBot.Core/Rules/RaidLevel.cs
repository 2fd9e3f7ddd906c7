namespace ModBot.Core.Rules;

/// <summary>How much of a raid a server is in. Ordered.</summary>
public enum RaidLevel
{
    None = 0,
    Low = 1,
    Medium = 2,
    High = 3,
}
