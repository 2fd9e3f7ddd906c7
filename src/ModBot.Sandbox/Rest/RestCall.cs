using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModBot.Core.Messages;
using ModBot.Sandbox.OAuth;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>One request, its body already read; handled while the world's gate is held.</summary>
internal sealed class RestCall(HttpContext http, WorldState world, OAuthGrant? grant, JsonNode? body, IReadOnlyList<UploadedFile> files, string? reason)
{
    private const string NotASnowflake = "NUMBER_TYPE_COERCE";

    public WorldState World => world;

    /// <summary>Who calls: the one bot, or the person whose token it is.</summary>
    public Snowflake Caller => grant?.UserId ?? world.BotId;

    /// <summary>What the person allowed; null where the bot itself calls.</summary>
    public OAuthGrant? Grant => grant;

    public IReadOnlyList<UploadedFile> Files => files;

    /// <summary>X-Audit-Log-Reason, decoded, 1..512 characters.</summary>
    public string? Reason => reason;

    public JsonNode? RawBody => body;

    public string Text(string name) => (string)http.Request.RouteValues[name]!;

    public bool HasRouteValue(string name) => http.Request.RouteValues.ContainsKey(name);

    public Snowflake Id(string name)
    {
        string text = Text(name);
        return Snowflake.TryParse(text, null, out Snowflake id) ? id : throw ApiErrors.Form(name, NotASnowflake, $"Value \"{Cut(text)}\" is not snowflake.");
    }

    public GuildState Guild()
    {
        GuildState guild = world.Guild(Id("guild_id"));
        return guild.Members.ContainsKey(Caller) ? guild : throw ApiErrors.MissingAccess();
    }

    /// <summary>The route's channel; hidden ones are refused as Discord refuses them (50001).</summary>
    public ChannelState Channel()
    {
        ChannelState channel = world.Channel(Id("channel_id"));
        if (world.GuildOf(channel) is { } guild && !PermissionCalculator.InChannel(guild, channel, Caller, world.Now).HasFlag(PermissionBits.ViewChannel))
            throw ApiErrors.MissingAccess();
        return channel;
    }

    public Form Form() => body switch
    {
        JsonObject json => new Form(json, new FormErrors()),
        null => new Form([], new FormErrors()),
        _ => throw ApiErrors.Form("", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType"),
    };

    public JsonArray Array() => body as JsonArray ?? throw ApiErrors.Form("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");

    public string? Query(string name) => http.Request.Query.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    public int QueryInt(string name, int fallback, int min, int max)
    {
        if (Query(name) is not { } text)
            return fallback;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
            throw ApiErrors.Form(name, NotASnowflake, $"Value \"{Cut(text)}\" is not int.");
        if (value < min)
            throw ApiErrors.Form(name, "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {min}.");
        return value <= max ? value : throw ApiErrors.Form(name, "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
    }

    public Snowflake? QueryId(string name)
    {
        if (Query(name) is not { } text)
            return null;
        return Snowflake.TryParse(text, null, out Snowflake id) ? id : throw ApiErrors.Form(name, NotASnowflake, $"Value \"{Cut(text)}\" is not snowflake.");
    }

    public bool QueryBool(string name) => Query(name) is "true" or "True" or "1";

    /// <summary>Refuses with 50013 unless the bot holds every one of the bits in the guild.</summary>
    public void Require(GuildState guild, PermissionBits needed)
    {
        if (!PermissionCalculator.InGuild(guild, Caller, world.Now).HasFlag(needed))
            throw ApiErrors.MissingPermissions();
    }

    /// <summary>Refuses with 50013 unless the bot holds every one of the bits in the channel.</summary>
    public void Require(GuildState guild, ChannelState channel, PermissionBits needed)
    {
        if (!PermissionCalculator.InChannel(guild, channel, Caller, world.Now).HasFlag(needed))
            throw ApiErrors.MissingPermissions();
    }

    private static string Cut(string text) => text.Length > 100 ? text[..100] : text;
}
