namespace ModBot.Core.Filters;

/// <summary>A kind of text in a message that a filter may be told to look at.</summary>
public enum TextTarget
{
    /// <summary>What the author typed.</summary>
    Content,

    /// <summary>The texts and links of embeds and link previews.</summary>
    Embeds,

    /// <summary>Names and descriptions of attachments.</summary>
    Attachments,

    /// <summary>Everything in forwarded messages.</summary>
    Forwards,

    /// <summary>Names of stickers.</summary>
    Stickers,

    /// <summary>Questions and answers of polls.</summary>
    Polls,

    /// <summary>Names of threads.</summary>
    Threads,

    /// <summary>Buttons, menus and text displays.</summary>
    Components,
}
