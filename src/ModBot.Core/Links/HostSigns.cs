namespace ModBot.Core.Links;

/// <summary>What the labels of a host gave away so far.</summary>
internal struct HostSigns
{
    private BaitKinds bait;
    private Brand? otherLure;

    /// <summary>A brand that a word is nearly, but not quite.</summary>
    public Brand? Near { get; private set; }

    /// <summary>The brand that says most: a coined name before a common one before a lure.</summary>
    public Brand? Brand { get; private set; }

    /// <summary>A brand that is the whole registered label.</summary>
    public Brand? Bare { get; private set; }

    /// <summary>Beside the brand stands a word that scammers put there, or a lure.</summary>
    public readonly bool IsBaited => Brand is not null && (otherLure is not null || (bait & Wanted(Brand.Kind)) != BaitKinds.None);

    public void Bait(BaitKinds kinds) => bait |= kinds;

    public void See(Brand brand, bool exact, bool bare)
    {
        if (!exact && brand.Kind != BrandKind.Lure)
            Near = brand;
        if (bare)
            Bare = brand;
        bool stronger = Brand is null || brand.Kind < Brand.Kind;
        Brand? weaker = stronger ? Brand : brand;
        if (weaker is { Kind: BrandKind.Lure } && weaker != (stronger ? brand : Brand))
            otherLure = weaker;
        if (stronger)
            Brand = brand;
    }

    private static BaitKinds Wanted(BrandKind kind) => kind switch
    {
        BrandKind.Coined => BaitKinds.ForCoined,
        BrandKind.Common => BaitKinds.ForAny,
        _ => BaitKinds.ForLure,
    };
}
