using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ModBot.Discord.Gateway;

namespace ModBot.Discord;

/// <summary>How to reach Discord. Checked as a whole when the client is first asked for: <see cref="Faults"/> names everything that is wrong.</summary>
public sealed record DiscordOptions
{
    /// <summary>Discord's own API.</summary>
    public const string DefaultRestUrl = "https://discord.com/api/v10";

    /// <summary>What every request names itself as; Discord blocks clients without it.</summary>
    internal static readonly string UserAgent =
        $"DiscordBot (https://modbot.example, {typeof(DiscordOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0"})";

    /// <summary>The bot's token, from the developer portal. Never logged; not part of <see cref="ToString"/>.</summary>
    public string Token { get; init; } = "";

    /// <summary>The API's base with its version, a trailing slash tolerated. https, or http on loopback only.</summary>
    public string RestUrl { get; init; } = DefaultRestUrl;

    /// <summary><c>auto</c> (as many as Discord advises), a number 1..16,384, or <c>a-b/n</c> for the shards a to b of n in this process.</summary>
    public string Shards { get; init; } = "auto";

    /// <summary>What the gateway sends. Default: <see cref="GatewayIntents.Moderation"/>.</summary>
    public GatewayIntents Intents { get; init; } = GatewayIntents.Moderation;

    /// <summary>Shown as "Watching …" under the bot's name; empty for nothing, at most 128 characters.</summary>
    public string Presence { get; init; } = "";

    /// <summary>For one connection attempt including the gateway's greeting, 1 s to 2 min.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Tries at start before an unreachable server ends the run, 1..100, with growing pauses (about 15 s in all for 3).</summary>
    public int StartAttempts { get; init; } = 3;

    /// <summary>For one try of one REST call, 1 s to 2 min.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Further tries of a REST call after a 5xx or a broken connection, 1..10.</summary>
    public int RequestRetries { get; init; } = 4;

    /// <summary>Events that may wait for one guild, 16..65,536. Messages beyond it are read over REST later.</summary>
    public int GuildQueue { get; init; } = 512;

    /// <summary>Events that may wait for all guilds together, 64..1,048,576.</summary>
    public int TotalQueue { get; init; } = 16_384;

    /// <summary>Messages of one channel that are read after a lost session or a full queue, 100..10,000.</summary>
    public int CatchUpLimit { get; init; } = 2_000;

    /// <summary>The token without the scheme that people copy along.</summary>
    internal string BareToken
    {
        get
        {
            string token = Token.Trim();
            return token.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase) ? token[4..].Trim() : token;
        }
    }

    /// <summary>The base with exactly one trailing slash, so that relative paths can be put behind it.</summary>
    internal Uri RestBase => new(RestUrl.Trim().TrimEnd('/') + "/");

    /// <summary>Stands for this bot on this server in what processes share: 16 hexadecimal digits that tell nothing of the token.</summary>
    internal string Bot => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{RestBase}\n{BareToken}")).AsSpan(0, 8));

    /// <summary>Everything that is wrong, each in one line with the key's name; empty when all is well.</summary>
    public IReadOnlyList<string> Faults()
    {
        List<string> faults = [];
        if (BareToken.Length == 0)
            faults.Add("Discord:Token is missing: set it to the bot's token (environment: Discord__Token).");
        else if (BareToken.Any(c => c is <= ' ' or > '~'))
            faults.Add("Discord:Token holds characters that no token has: copy it again from the developer portal.");
        CheckUrl(faults);
        if (ShardPlan.Parse(Shards) is null)
            faults.Add($"Discord:Shards is '{Shards}': it must be auto, a number from 1 to {ShardPlan.Most}, or a-b/n such as 0-3/16.");
        if ((Intents & GatewayIntents.Guilds) == GatewayIntents.None)
            faults.Add("Discord:Intents lacks Guilds, without which nothing is known about channels and roles.");
        if (Presence.Length > 128)
            faults.Add("Discord:Presence is longer than 128 characters.");
        Check(faults, nameof(ConnectTimeout), ConnectTimeout);
        Check(faults, nameof(RequestTimeout), RequestTimeout);
        Check(faults, nameof(StartAttempts), StartAttempts, 1, 100);
        Check(faults, nameof(RequestRetries), RequestRetries, 1, 10);
        Check(faults, nameof(GuildQueue), GuildQueue, 16, 65_536);
        Check(faults, nameof(TotalQueue), TotalQueue, 64, 1_048_576);
        Check(faults, nameof(CatchUpLimit), CatchUpLimit, 100, 10_000);
        return faults;
    }

    private void CheckUrl(List<string> faults)
    {
        if (!Uri.TryCreate(RestUrl.Trim(), UriKind.Absolute, out Uri? url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            faults.Add($"Discord:RestUrl is '{RestUrl}': it must be an address such as {DefaultRestUrl}.");
            return;
        }

        if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback)
            faults.Add("Discord:RestUrl must be https: plain http is allowed on this machine (loopback) only.");
        if (!url.AbsolutePath.TrimEnd('/').EndsWith("/v10", StringComparison.Ordinal))
            faults.Add("Discord:RestUrl must end in the API's version, e.g. /api/v10.");
        if (url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
            faults.Add("Discord:RestUrl must have no query, fragment or user name.");
    }

    private static void Check(List<string> faults, string name, TimeSpan value)
    {
        if (value < TimeSpan.FromSeconds(1) || value > TimeSpan.FromMinutes(2))
            faults.Add($"Discord:{name} is {value}: it must be from 00:00:01 to 00:02:00.");
    }

    private static void Check(List<string> faults, string name, int value, int least, int most)
    {
        if (value < least || value > most)
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"Discord:{name} is {value}: it must be from {least} to {most}."));
    }

    /// <summary>What a record shows of itself: everything but the token.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"RestUrl = {RestUrl}, Shards = {Shards}, Intents = {Intents}, Token = {(BareToken.Length == 0 ? "missing" : "***")}");
        return true;
    }
}
