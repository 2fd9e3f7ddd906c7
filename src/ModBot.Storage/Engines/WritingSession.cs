namespace ModBot.Storage.Engines;

/// <summary>A connection inside the transaction of a write.</summary>
internal abstract class WritingSession : DatabaseSession
{
    /// <summary>
    /// Until the transaction ends, writes that name the same subject and key wait here for each other. Called before the first
    /// statement of a write that decides by what it reads ("add unless there is a newer one").
    /// </summary>
    /// <param name="subject">What is guarded, such as <c>rule_sets</c>.</param>
    /// <param name="key">Which of them, such as the guild.</param>
    public abstract void Serialize(string subject, long key);
}
