namespace ModBot.Storage.Writing;

/// <summary>A write that waits its turn. Exactly one of the three endings is called once.</summary>
internal interface IQueuedWrite
{
    /// <summary>False where its caller gave up while it waited; it has then ended.</summary>
    bool TryStart();

    /// <summary>It is stored.</summary>
    void Succeed();

    /// <summary>Nothing of it is stored.</summary>
    void Fail(Exception exception);
}
