namespace ModBot.Core.Links;

/// <summary>A name that scammers imitate, and where its owner really is.</summary>
/// <param name="Name">As it stands in host names; 4 letters or more.</param>
/// <param name="Kind">What besides the name makes a host suspect.</param>
/// <param name="Domains">Genuine domains, and such of others as are known to be harmless.</param>
internal sealed record Brand(string Name, BrandKind Kind, string[] Domains);

/// <summary>How much a brand's name in a strange host means.</summary>
internal enum BrandKind
{
    /// <summary>A coined name with few domains: the bare name under another ending is suspect already.</summary>
    Coined,

    /// <summary>A name that many harmless hosts hold, or a firm with domains in every country: only plain bait beside it is suspect.</summary>
    Common,

    /// <summary>No firm of its own but a lure: suspect beside bait.</summary>
    Lure,
}
