namespace ModBot.Core.Filters.History;

/// <summary>What is counted in a window.</summary>
public enum FloodKind
{
    Messages,

    /// <summary>Of users and roles.</summary>
    Mentions,

    UserMentions,

    RoleMentions,

    Links,

    Attachments,

    Emoji,

    Stickers,

    Lines,

    Characters,

    /// <summary>Threads that were opened.</summary>
    Threads,
}
