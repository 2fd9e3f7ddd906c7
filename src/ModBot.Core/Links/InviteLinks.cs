using System.Buffers;

namespace ModBot.Core.Links;

/// <summary>Which links invite to a server.</summary>
public static class InviteLinks
{
    private const int LongestCode = 64;

    private static readonly SearchValues<char> CodeEnds = SearchValues.Create("/?#&.,!");

    /// <summary>The invite's code (or vanity name) when a link is an invite: discord.gg, discord.com/invite and the common re-directors.</summary>
    /// <param name="host">The link's host.</param>
    /// <param name="path">What follows it.</param>
    /// <param name="code">In the case it was written in; empty where the link is none.</param>
    public static bool TryRead(ReadOnlySpan<char> host, ReadOnlySpan<char> path, out ReadOnlySpan<char> code)
    {
        if (host.StartsWith("www."))
            host = host[4..];
        ReadOnlySpan<char> rest = path.TrimStart('/');
        bool invites = host switch
        {
            "discord.gg" or "dsc.gg" or "invite.gg" or "discord.link" or "dsc.lol" => TakeOptional(ref rest, "invite/"),
            "discord.com" or "discordapp.com" or "ptb.discord.com" or "canary.discord.com" or "ptb.discordapp.com" or "canary.discordapp.com" => Take(ref rest, "invite/"),
            "discord.me" or "discord.li" or "discord.io" => TakeOptional(ref rest, "server/"),
            "top.gg" => Take(ref rest, "servers/"),
            "disboard.org" => Take(ref rest, "server/"),
            _ => false,
        };
        int length = rest.IndexOfAny(CodeEnds) is var end and >= 0 ? end : rest.Length;
        code = invites && length is > 0 and <= LongestCode ? rest[..length] : default;
        return !code.IsEmpty;
    }

    private static bool Take(ref ReadOnlySpan<char> rest, string prefix)
    {
        if (!rest.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return false;
        rest = rest[prefix.Length..].TrimStart('/');
        return true;
    }

    private static bool TakeOptional(ref ReadOnlySpan<char> rest, string prefix)
    {
        Take(ref rest, prefix);
        return true;
    }
}
