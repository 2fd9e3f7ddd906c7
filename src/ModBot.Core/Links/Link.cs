namespace ModBot.Core.Links;

/// <summary>What is odd about how a link is written.</summary>
[Flags]
public enum LinkTraits
{
    None = 0,

    /// <summary>Written with a scheme (http, https, hxxp, ftp).</summary>
    Scheme = 1,

    /// <summary>The host is an IP address, in whatever notation.</summary>
    Address = 2,

    /// <summary>Something@ stands before the host.</summary>
    UserInfo = 4,

    /// <summary>A port is given.</summary>
    Port = 8,

    /// <summary>Written so that no client makes a link of it: hxxp, (.), "dot", blanks.</summary>
    Obfuscated = 16,

    /// <summary>The host has letters that are only drawn like those of <see cref="LinkList.Host"/>; it leads elsewhere.</summary>
    LookAlike = 32,

    /// <summary>A label of the host is punycode (xn--).</summary>
    Punycode = 64,

    /// <summary>The target of a Markdown link with a label of its own.</summary>
    Masked = 128,
}

/// <summary>A link in a text. Its texts are read through the <see cref="LinkList"/> that holds it.</summary>
/// <param name="Start">First UTF-16 unit in the original.</param>
/// <param name="Length">Units in the original.</param>
/// <param name="Traits">What is odd about it.</param>
/// <param name="LabelStart">Of a masked link's label in the original; 0 where there is none.</param>
/// <param name="LabelLength">Units; 0 where there is none.</param>
public readonly record struct Link(int Start, int Length, LinkTraits Traits, int LabelStart, int LabelLength)
{
    internal int HostStart { get; init; }

    internal int HostLength { get; init; }

    internal int PathLength { get; init; }

    public bool Has(LinkTraits trait) => (Traits & trait) != LinkTraits.None;
}
