using System.Runtime.InteropServices;

namespace ModBot.Core.Filters.History;

/// <summary>How much of everything a message has; counts stop at 65,535.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MessageMeasure
{
    /// <summary>Marks of users, each as often as it stands; a reply's ping counts.</summary>
    public ushort UserMentions { get; init; }

    public ushort RoleMentions { get; init; }

    public ushort Links { get; init; }

    /// <summary>Attachments, those of forwards included.</summary>
    public ushort Attachments { get; init; }

    public ushort Emoji { get; init; }

    public ushort Stickers { get; init; }

    /// <summary>Lines of the content; 0 without content.</summary>
    public ushort Lines { get; init; }

    /// <summary>UTF-16 units of the content.</summary>
    public ushort Characters { get; init; }

    /// <summary>Characters that no living script writes with: stacked marks, private use, formatting, symbols.</summary>
    public ushort Unusual { get; init; }

    public ushort Embeds { get; init; }

    /// <summary>How much of one thing.</summary>
    public int Of(FloodKind what) => what switch
    {
        FloodKind.Messages => 1,
        FloodKind.Mentions => UserMentions + RoleMentions,
        FloodKind.UserMentions => UserMentions,
        FloodKind.RoleMentions => RoleMentions,
        FloodKind.Links => Links,
        FloodKind.Attachments => Attachments,
        FloodKind.Emoji => Emoji,
        FloodKind.Stickers => Stickers,
        FloodKind.Lines => Lines,
        FloodKind.Characters => Characters,
        _ => 0,
    };
}
