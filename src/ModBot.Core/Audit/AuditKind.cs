namespace ModBot.Core.Audit;

/// <summary>What somebody did that others must be able to look up. The numbers are stored; they never change.</summary>
public enum AuditKind
{
    /// <summary>Was shown evidence: messages of members.</summary>
    EvidenceViewed = 2,

    /// <summary>Took cases out as a file.</summary>
    CasesExported = 3,

    /// <summary>Took everything that is kept of a member out as a file.</summary>
    MemberExported = 4,

    /// <summary>Had a member's data erased.</summary>
    MemberErased = 5,

    /// <summary>Reviewed a case.</summary>
    CaseReviewed = 6,

    /// <summary>Wrote a note on a case.</summary>
    NoteAdded = 7,

    /// <summary>Changed how long evidence is kept.</summary>
    RetentionChanged = 8,

    /// <summary>Put everything into shadow (the emergency stop).</summary>
    Paused = 20,

    /// <summary>Ended the emergency stop.</summary>
    Resumed = 21,

    /// <summary>Let a rule act again that the circuit breaker held back.</summary>
    BreakerReset = 22,

    /// <summary>Gave a member strike points, or took some off.</summary>
    StrikesChanged = 23,

    /// <summary>Took back what a rule did.</summary>
    RuleUndone = 24,

    /// <summary>Put a rule into Discord's AutoMod, or took it out.</summary>
    AutoModChanged = 40,

    /// <summary>Changed what the model may learn from, or added or removed an example.</summary>
    LearningChanged = 50,
}
