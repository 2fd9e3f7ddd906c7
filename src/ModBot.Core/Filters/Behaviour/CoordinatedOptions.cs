using System.Collections.Immutable;

namespace ModBot.Core.Filters.Behaviour;

/// <summary>The parameters of <see cref="CoordinatedFilter"/>.</summary>
public sealed record CoordinatedOptions : FilterOptions
{
    /// <summary>So many accounts post the same in two channels or more, or what reads like spam.</summary>
    public int Accounts { get; init; } = 4;

    /// <summary>So many accounts post the same in one channel, whatever it reads like; 0: that never hits.</summary>
    public int AccountsInOneChannel { get; init; } = 8;

    /// <summary>The same in so many channels, by whoever.</summary>
    public int Channels { get; init; } = 4;

    /// <summary>Between the first and the last of them.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Near-identical texts of 30 letters or more count.</summary>
    public bool Texts { get; init; } = true;

    /// <summary>Links to the same page count.</summary>
    public bool Links { get; init; } = true;

    /// <summary>The same files (name and size) count.</summary>
    public bool Attachments { get; init; } = true;

    /// <summary>The model's probability from which a text reads like spam, 0..1.</summary>
    public double Spam { get; init; } = 0.5;

    /// <summary>Domains that anybody may share: at most 500.</summary>
    public ImmutableArray<string> Allow { get; init; } = WellKnown;

    /// <summary>Where pictures, films and news that many people share come from.</summary>
    private static readonly ImmutableArray<string> WellKnown =
    [
        "discord.com", "discordapp.com", "discordapp.net", "tenor.com", "giphy.com", "imgur.com", "youtube.com", "youtu.be", "twitch.tv", "twitter.com", "x.com", "fxtwitter.com", "vxtwitter.com",
        "bsky.app", "reddit.com", "redd.it", "instagram.com", "facebook.com", "tiktok.com", "spotify.com", "soundcloud.com", "wikipedia.org", "github.com", "steampowered.com", "steamcommunity.com",
        "google.com", "apple.com", "microsoft.com", "bbc.co.uk", "bbc.com", "theguardian.com", "nytimes.com", "reuters.com",
    ];

    public bool Equals(CoordinatedOptions? other) =>
        other is not null && Accounts == other.Accounts && AccountsInOneChannel == other.AccountsInOneChannel && Channels == other.Channels && Within == other.Within
        && Texts == other.Texts && Links == other.Links && Attachments == other.Attachments && Spam.Equals(other.Spam) && Allow.SequenceEqual(other.Allow);

    public override int GetHashCode() => HashCode.Combine(Accounts, AccountsInOneChannel, Channels, Within, Texts, Links, Attachments, Spam);
}
