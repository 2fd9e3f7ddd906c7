using System.Globalization;
using System.Text;
using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Text;

namespace ModBot.Core.Filters.History;

/// <summary>Makes traces. Owns buffers: one for each thread.</summary>
internal sealed class TraceReader
{
    private readonly Fingerprint fingerprint = new();
    private readonly HashSet<Snowflake> mentioned = [];

    /// <summary>Reads a message whose surfaces are loaded.</summary>
    public MessageTrace Read(ChatMessage message, IReadOnlyList<SurfaceView> surfaces)
    {
        fingerprint.Reset();
        StableHash content = StableHash.Start;
        MessageTrace.LinkKeys links = default;
        int letters = 0;
        int linkCount = 0;
        int emoji = 0;
        int unusual = 0;
        int userMarks = 0;
        int roleMarks = 0;
        mentioned.Clear();
        for (int i = 0; i < surfaces.Count; i++)
        {
            SurfaceView surface = surfaces[i];
            string original = surface.Text.Original;
            // Files are told apart by name and size: pasted pictures all have one name.
            if (surface.Kind is not (SurfaceKind.AttachmentName or SurfaceKind.ForwardAttachment))
            {
                ReadOnlySpan<char> folded = surface.Text.Folded.Span;
                fingerprint.Add(folded);
                letters += AddLetters(ref content, folded) - LettersOfLinks(surface);
            }

            bool isPlain = Ascii.IsValid(original);
            if (!isPlain || original.Contains('<', StringComparison.Ordinal))
                emoji += EmojiReader.Count(original);
            if (!isPlain)
                unusual += CountUnusual(original);
            (int users, int roles) = MentionReader.Collect(original, mentioned, mentioned);
            userMarks += users;
            roleMarks += roles;
            linkCount += AddLinks(surface, ref links);
        }

        ulong files = FilesOf(message, out int attachments);
        content = content.Add(files);
        mentioned.UnionWith(message.MentionedUsers);
        mentioned.UnionWith(message.MentionedRoles);
        return new MessageTrace
        {
            Fingerprint = fingerprint.Value(),
            Content = letters == 0 && files == 0 ? 0 : content.Value,
            Files = files,
            Letters = letters,
            Links = links,
            Mentioned = mentioned.Count == 0 ? null : [.. mentioned],
            Measure = new MessageMeasure
            {
                UserMentions = Cap(Math.Max(userMarks, message.MentionedUsers.Count)),
                RoleMentions = Cap(Math.Max(roleMarks, message.MentionedRoles.Count)),
                Links = Cap(linkCount),
                Attachments = Cap(attachments),
                Emoji = Cap(emoji),
                Stickers = Cap(message.StickerNames.Count),
                Lines = Cap(message.Content.Length == 0 ? 0 : message.Content.AsSpan().Count('\n') + 1),
                Characters = Cap(message.Content.Length),
                Unusual = Cap(unusual),
                Embeds = Cap(message.Embeds.Count),
            },
        };
    }

    /// <summary>Domain and path, without what tells visitors apart: www, query, fragment and a closing slash.</summary>
    public static ulong LinkKey(ReadOnlySpan<char> host, ReadOnlySpan<char> path)
    {
        if (host.StartsWith("www."))
            host = host[4..];
        int end = path.IndexOfAny('?', '#');
        path = (end < 0 ? path : path[..end]).TrimEnd('/');
        return StableHash.Start.Add(host).Add('/').Add(path).Value;
    }

    private static int AddLetters(ref StableHash content, ReadOnlySpan<char> folded)
    {
        int letters = 0;
        foreach (char character in folded)
        {
            if (!char.IsLetterOrDigit(character) && !char.IsSurrogate(character))
                continue;
            content = content.Add(character);
            letters++;
        }

        content = content.Add('\n');
        return letters;
    }

    private static int LettersOfLinks(SurfaceView surface)
    {
        int letters = 0;
        foreach (ref readonly Link link in surface.Links.All)
        {
            foreach (char character in surface.Text.Original.AsSpan(link.Start, link.Length))
                letters += char.IsLetterOrDigit(character) || char.IsSurrogate(character) ? 1 : 0;
        }

        return letters;
    }

    private static int AddLinks(SurfaceView surface, ref MessageTrace.LinkKeys keys)
    {
        int found = 0;
        foreach (ref readonly Link link in surface.Links.All)
        {
            ulong key = LinkKey(surface.Links.Host(link), surface.Links.Path(link));
            if (((ReadOnlySpan<ulong>)keys).Contains(key))
            {
                // An embed repeats the link that it was made of.
                found += surface.Kind == SurfaceKind.EmbedUrl ? 0 : 1;
                continue;
            }

            if (((ReadOnlySpan<ulong>)keys).IndexOf(0UL) is var free and >= 0)
                keys[free] = key;
            found++;
        }

        return found;
    }

    private static ulong FilesOf(ChatMessage message, out int count)
    {
        ulong files = 0;
        count = message.Attachments.Count;
        for (int i = 0; i < message.Attachments.Count; i++)
            files += FileKey(message.Attachments[i]);
        for (int i = 0; i < message.Forwards.Count; i++)
        {
            IReadOnlyList<MessageAttachment> forwarded = message.Forwards[i].Attachments;
            count += forwarded.Count;
            for (int j = 0; j < forwarded.Count; j++)
                files += FileKey(forwarded[j]);
        }

        return files;
    }

    private static ulong FileKey(MessageAttachment file) => StableHash.Start.Add(file.FileName).Add((ulong)file.Size).Value | 1;

    private static int CountUnusual(string text)
    {
        int count = 0;
        int marks = 0;
        foreach (char character in text)
        {
            if (character < '\u0080')
            {
                marks = 0;
                continue;
            }

            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(character);
            bool isMark = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            marks = isMark ? marks + 1 : 0;
            if (marks > 2 || category is UnicodeCategory.PrivateUse or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.ModifierSymbol)
                count++;
        }

        return count;
    }

    private static ushort Cap(int value) => (ushort)Math.Min(value, ushort.MaxValue);
}
