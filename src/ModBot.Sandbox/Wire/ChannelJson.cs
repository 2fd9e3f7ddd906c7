using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Wire;

internal static class ChannelJson
{
    public static JsonObject Of(WorldState world, ChannelState channel)
    {
        var json = new JsonObject
        {
            ["id"] = channel.Id.ToString(),
            ["type"] = (int)channel.Type,
            ["last_message_id"] = channel.LastMessageId?.ToString(),
            ["flags"] = 0,
        };
        if (channel.Type == ChannelKind.DirectMessage)
        {
            json["recipients"] = new JsonArray(UserJson.Of(world.Users[channel.RecipientId!.Value]));
            return json;
        }

        if (channel.LastPinAt is { } pinned)
            json["last_pin_timestamp"] = JsonText.Time(pinned);
        json["guild_id"] = channel.GuildId!.Value.ToString();
        json["name"] = channel.Name;
        json["parent_id"] = channel.ParentId?.ToString();
        json["rate_limit_per_user"] = channel.RateLimitPerUser;
        if (channel.Thread is { } thread)
        {
            AddThread(json, channel, thread, world);
            return json;
        }

        json["topic"] = channel.Topic;
        json["position"] = channel.Position;
        json["nsfw"] = channel.Nsfw;
        json["permission_overwrites"] = JsonText.Array(channel.Overwrites.Select(Overwrite));
        if (channel.DefaultAutoArchiveMinutes is { } minutes)
            json["default_auto_archive_duration"] = minutes;
        if (channel.Type is ChannelKind.Voice or ChannelKind.Stage)
        {
            json["bitrate"] = 64_000;
            json["user_limit"] = 0;
            json["rtc_region"] = null;
        }

        return json;
    }

    public static JsonObject ThreadMember(ChannelState thread, Snowflake userId) => new()
    {
        ["id"] = thread.Id.ToString(),
        ["user_id"] = userId.ToString(),
        ["join_timestamp"] = JsonText.Time(thread.Thread!.Members[userId]),
        ["flags"] = 0,
    };

    private static JsonObject Overwrite(OverwriteState overwrite) => new()
    {
        ["id"] = overwrite.Id.ToString(),
        ["type"] = overwrite.ForMember ? 1 : 0,
        ["allow"] = ((ulong)overwrite.Allow).ToString(),
        ["deny"] = ((ulong)overwrite.Deny).ToString(),
    };

    private static void AddThread(JsonObject json, ChannelState channel, ThreadFacts thread, WorldState world)
    {
        json["owner_id"] = thread.OwnerId.ToString();
        json["message_count"] = channel.Messages.Count;
        json["member_count"] = Math.Min(50, thread.Members.Count);
        json["total_message_sent"] = thread.TotalMessages;
        var metadata = new JsonObject
        {
            ["archived"] = thread.Archived,
            ["archive_timestamp"] = JsonText.Time(thread.ArchiveTimestamp),
            ["auto_archive_duration"] = thread.AutoArchiveMinutes,
            ["locked"] = thread.Locked,
            ["create_timestamp"] = JsonText.Time(thread.CreatedAt),
        };
        if (channel.Type == ChannelKind.PrivateThread)
            metadata["invitable"] = thread.Invitable;
        json["thread_metadata"] = metadata;
        if (thread.Members.ContainsKey(world.BotId))
            json["member"] = ThreadMember(channel, world.BotId);
    }
}
