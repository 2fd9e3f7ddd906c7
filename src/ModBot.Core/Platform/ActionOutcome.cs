namespace ModBot.Core.Platform;

/// <summary>How an outgoing call ended.</summary>
public enum OutcomeKind
{
    /// <summary>Done, or already so (a message that is gone counts as deleted).</summary>
    Done,

    /// <summary>Not allowed: a permission is missing or the target stands above the bot. Not tried again.</summary>
    Forbidden,

    /// <summary>The target does not exist. Not tried again.</summary>
    NotFound,

    /// <summary>The platform refused what was sent. Not tried again.</summary>
    Rejected,

    /// <summary>The platform could not be reached or failed after all retries; may be tried later.</summary>
    Unavailable,
}

/// <summary>The result of one action.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Detail">What to tell a moderator; empty when done.</param>
public readonly record struct ActionOutcome(OutcomeKind Kind, string Detail)
{
    public static readonly ActionOutcome Done = new(OutcomeKind.Done, "");

    public bool IsDone => Kind == OutcomeKind.Done;

    /// <summary>True where trying again later may help.</summary>
    public bool MayRetry => Kind == OutcomeKind.Unavailable;
}
