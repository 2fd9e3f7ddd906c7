using System.Text.Json.Nodes;

namespace ModBot.Sandbox.Gateway;

/// <summary>The body of Identify, checked.</summary>
internal sealed record IdentifyRequest(GatewayIntents Intents, int Shard, int Shards, bool ShardGiven, bool Compress, JsonObject? Presence)
{
    public static (IdentifyRequest? Request, GatewayRefusal? Refusal) Read(JsonObject? data, string token, GatewayIntents privileged)
    {
        if (data?["token"] is not JsonValue given || data["properties"] is not JsonObject)
            return Refuse(GatewayCloseCode.DecodeError, "Error while decoding payload.");
        if (given.ToString() != token)
            return Refuse(GatewayCloseCode.AuthenticationFailed, "Authentication failed.");
        if (data["intents"] is not JsonValue value || !value.TryGetValue(out long bits) || bits < 0 || (bits & ~(long)GatewayIntents.All) != 0)
            return Refuse(GatewayCloseCode.InvalidIntents, "Invalid intent(s).");
        var intents = (GatewayIntents)bits;
        if ((intents & GatewayIntents.Privileged & ~privileged) != GatewayIntents.None)
            return Refuse(GatewayCloseCode.DisallowedIntents, "Disallowed intent(s).");
        int shard = 0, shards = 1;
        bool sharded = data["shard"] is not null;
        if (sharded && !ReadShard(data["shard"], out shard, out shards))
            return Refuse(GatewayCloseCode.InvalidShard, "Invalid shard.");
        bool compress = data["compress"] is JsonValue flag && flag.TryGetValue(out bool on) && on;
        return (new IdentifyRequest(intents, shard, shards, sharded, compress, data["presence"]?.DeepClone() as JsonObject), null);
    }

    private static bool ReadShard(JsonNode? node, out int shard, out int shards)
    {
        shard = shards = 0;
        return node is JsonArray { Count: 2 } pair
            && pair[0] is JsonValue first && first.TryGetValue(out shard)
            && pair[1] is JsonValue second && second.TryGetValue(out shards)
            && shards > 0 && shard >= 0 && shard < shards;
    }

    private static (IdentifyRequest?, GatewayRefusal?) Refuse(int code, string reason) => (null, new GatewayRefusal(code, reason));
}
