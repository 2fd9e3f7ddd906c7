namespace ModBot.Sandbox;

/// <summary>How the bot answered an interaction.</summary>
public enum SandboxReplyKind
{
    /// <summary>Not within three seconds.</summary>
    None,

    /// <summary>With a message (types 4, and 5 once it is filled in).</summary>
    Message,

    /// <summary>With the promise of a message (type 5) that is not there yet.</summary>
    Deferred,

    /// <summary>Silently, for a component (type 6).</summary>
    DeferredUpdate,

    /// <summary>By changing the component's message (type 7).</summary>
    Update,

    /// <summary>With autocomplete choices (type 8).</summary>
    Choices,

    /// <summary>With a form to fill in (type 9).</summary>
    Modal,
}
