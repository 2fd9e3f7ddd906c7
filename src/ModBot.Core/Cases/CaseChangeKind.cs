namespace ModBot.Core.Cases;

/// <summary>What happened to a case.</summary>
public enum CaseChangeKind
{
    Opened,
    Reviewed,
    Noted,
}
