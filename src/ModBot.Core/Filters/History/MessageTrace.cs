using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters.History;

/// <summary>What is remembered of a message: no text, only what tells it from others and how much of everything it had.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MessageTrace
{
    /// <summary>The most links of a message that are told apart.</summary>
    public const int MaximumLinks = 4;

    /// <summary>Shorter texts are what many people say of themselves (greetings, congratulations, "gg"): no content of their own.</summary>
    public const int LeastLetters = 30;

    /// <summary>Of all texts; near-identical texts have near fingerprints. 0 where there is too little text.</summary>
    public ulong Fingerprint { get; init; }

    /// <summary>The same only for texts that read the same and have the same attachments; 0 where there is neither.</summary>
    public ulong Content { get; init; }

    /// <summary>The same for the same attachments by name and size, in whatever order; 0 for none.</summary>
    public ulong Files { get; init; }

    /// <summary>Letters and digits of all texts, links not counted.</summary>
    public int Letters { get; init; }

    public MessageMeasure Measure { get; init; }

    /// <summary>Domain and path of the first links, 0 for none.</summary>
    public LinkKeys Links { get; init; }

    /// <summary>The most that <see cref="Keys"/> writes.</summary>
    public const int MaximumKeys = MaximumLinks + 2;

    /// <summary>Whom it mentions, each once; null for nobody.</summary>
    public Snowflake[]? Mentioned { get; init; }

    /// <summary>Writes the contents by which the message is known again, texts first. How many there are.</summary>
    public int Keys(Span<ContentKey> into)
    {
        int count = 0;
        if (Letters >= LeastLetters && Fingerprint != 0)
            into[count++] = new ContentKey(ContentKind.Text, Fingerprint);
        LinkKeys links = Links;
        for (int i = 0; i < MaximumLinks && links[i] != 0; i++)
            into[count++] = new ContentKey(ContentKind.Link, links[i]);
        if (Files != 0)
            into[count++] = new ContentKey(ContentKind.Files, Files);
        return count;
    }

    /// <summary>As many keys as are kept.</summary>
    [InlineArray(MaximumLinks)]
    public struct LinkKeys : IEquatable<LinkKeys>
    {
        private ulong first;

        public readonly bool Equals(LinkKeys other) => ((ReadOnlySpan<ulong>)this).SequenceEqual(other);

        public static bool operator ==(LinkKeys left, LinkKeys right) => left.Equals(right);

        public static bool operator !=(LinkKeys left, LinkKeys right) => !left.Equals(right);

        public override readonly bool Equals(object? obj) => obj is LinkKeys other && Equals(other);

        public override readonly int GetHashCode() => first.GetHashCode();
    }
}
