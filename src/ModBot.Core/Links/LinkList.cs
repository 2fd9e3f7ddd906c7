using System.Runtime.InteropServices;

namespace ModBot.Core.Links;

/// <summary>The links of one text, in the order of the text. A buffer that is refilled, not shared between threads.</summary>
public sealed class LinkList
{
    private readonly List<Link> links = [];
    private char[] texts = new char[128];
    private int used;

    public int Count => links.Count;

    public ReadOnlySpan<Link> All => CollectionsMarshal.AsSpan(links);

    /// <summary>The host in lower case as it reads: without port and userinfo, look-alike letters folded, punycode as it stands.</summary>
    public ReadOnlySpan<char> Host(in Link link) => texts.AsSpan(link.HostStart, link.HostLength);

    /// <summary>What follows the host, from the slash, question mark or hash on, in the case it was written in; empty where nothing does.</summary>
    public ReadOnlySpan<char> Path(in Link link) => texts.AsSpan(link.HostStart + link.HostLength, link.PathLength);

    /// <summary>Host and path.</summary>
    public ReadOnlySpan<char> Text(in Link link) => texts.AsSpan(link.HostStart, link.HostLength + link.PathLength);

    internal void Clear()
    {
        links.Clear();
        used = 0;
    }

    internal int Used => used;

    internal void Write(char character)
    {
        if (used == texts.Length)
            Array.Resize(ref texts, texts.Length * 2);
        texts[used++] = character;
    }

    /// <summary>Takes back what was written since a place.</summary>
    internal void Rewind(int place) => used = place;

    internal ReadOnlySpan<char> Written(int from) => texts.AsSpan(from, used - from);

    internal void Add(in Link link) => links.Add(link);
}
