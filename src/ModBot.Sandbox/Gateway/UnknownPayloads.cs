using System.Text.Json.Nodes;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Gateway;

/// <summary>Dispatches of kinds that no documentation knows; a sound client ignores what it does not know and keeps the rest.</summary>
internal static class UnknownPayloads
{
    public static IEnumerable<(string Name, JsonObject Payload)> All(WorldState world)
    {
        yield return ("GUILD_TELEPATHY_UPDATE", new JsonObject { ["guild_id"] = "1", ["thoughts"] = new JsonArray(1, "two", null) });
        GuildState? guild = world.Guilds.Values.FirstOrDefault();
        ChannelState? channel = guild?.Channels.Values.FirstOrDefault(c => c.Type == ChannelKind.Text);
        if (guild is null || channel is null)
            yield break;
        JsonObject strange = ChannelJson.Of(world, channel);
        strange["id"] = "1";
        strange["type"] = 77;
        strange["hologram"] = new JsonObject();
        yield return ("CHANNEL_UPDATE", strange);
    }
}
