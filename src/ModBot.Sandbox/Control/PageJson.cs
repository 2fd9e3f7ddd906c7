using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Interactions;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Control;

/// <summary>What the chat page is told: the API's shapes with the few things that a page needs besides.</summary>
internal sealed class PageJson(WorldState world, WorldDesks desks, GatewayHub hub)
{
    /// <summary>People offered in the page's list; those who talk most recently are in the messages anyway.</summary>
    private const int MaxUsers = 500;

    public JsonObject State(Snowflake userId)
    {
        GuildState guild = world.Guilds.Values.First();
        return new JsonObject
        {
            ["guild"] = new JsonObject { ["id"] = guild.Id.ToString(), ["name"] = guild.Name },
            ["bot"] = Bot(),
            ["me"] = Person(guild, guild.Members.GetValueOrDefault(userId)),
            ["users"] = JsonText.Array(guild.Members.Values.Where(m => m.UserId != world.BotId).Take(MaxUsers).Select(m => Person(guild, m))),
            ["roles"] = JsonText.Array(guild.Roles.Values.OrderByDescending(r => r.Position).Select(r => new JsonObject { ["id"] = r.Id.ToString(), ["name"] = r.Name })),
            ["channels"] = JsonText.Array(guild.Channels.Values
                .Where(c => c.HoldsMessages && Sees(guild, c, userId))
                .OrderBy(c => c.Thread is not null)
                .ThenBy(c => c.Position)
                .Select(c => Channel(guild, c, userId))
                .Concat(world.DirectChannels.Values.Where(c => c.RecipientId == userId).Select(DirectChannel))),
        };
    }

    public JsonArray Commands(Snowflake userId, ChannelState channel) =>
        world.GuildOf(channel) is { } guild
            ? JsonText.Array(desks.Commands.UsableBy(guild, channel, userId).Select(c => c.Definition.DeepClone()))
            : [];

    /// <summary>A page of a channel as the user sees it: messages, tombstones and own ephemeral messages, oldest first.</summary>
    public JsonObject Messages(ChannelState channel, Snowflake userId, Snowflake? before, int limit)
    {
        Snowflake end = before ?? new Snowflake(ulong.MaxValue);
        int at = channel.IndexOf(end);
        int to = at >= 0 ? at : ~at;
        int from = Math.Max(0, to - limit);
        IEnumerable<(Snowflake Id, JsonObject Json)> rows = channel.Messages.GetRange(from, to - from).Select(m => (m.Id, Message(m)));
        Snowflake start = from > 0 ? channel.Messages[from].Id : default;
        rows = rows
            .Concat(channel.Deleted.Where(d => d.Message.Id >= start && d.Message.Id < end).Select(d => (d.Message.Id, Deletion(d))))
            .Concat(world.Ephemeral.Values
                .Where(m => m.ChannelId == channel.Id && m.EphemeralFor == userId && m.Id >= start && m.Id < end)
                .Select(m => (m.Id, Message(m))));
        return new JsonObject
        {
            ["messages"] = JsonText.Array(rows.OrderBy(r => r.Id).Select(r => (JsonNode)r.Json)),
            ["more"] = from > 0,
        };
    }

    public JsonObject Message(MessageState message)
    {
        JsonObject json = MessageJson.Of(world, message);
        GuildState? guild = world.FindChannel(message.ChannelId) is { } channel ? world.GuildOf(channel) : null;
        MemberState? member = message.WebhookName is null ? guild?.Members.GetValueOrDefault(message.AuthorId) : null;
        json["page"] = new JsonObject
        {
            ["name"] = message.WebhookName ?? Name(message.AuthorId, member),
            ["color"] = guild is null || member is null ? 0 : Color(guild, member),
            ["ephemeral"] = message.EphemeralFor is not null,
        };
        return json;
    }

    public JsonObject Deletion(DeletedMessageState deletion)
    {
        JsonObject json = Message(deletion.Message);
        json["deleted"] = new JsonObject
        {
            ["by"] = world.Users.GetValueOrDefault(deletion.DeletedBy)?.Username ?? "somebody",
            ["own"] = deletion.DeletedBy == deletion.Message.AuthorId,
            ["reason"] = deletion.Reason,
            ["at"] = JsonText.Time(deletion.DeletedAt),
        };
        return json;
    }

    public bool Sees(ChannelState channel, Snowflake userId) =>
        world.GuildOf(channel) is { } guild ? Sees(guild, channel, userId) : channel.RecipientId == userId;

    private bool Sees(GuildState guild, ChannelState channel, Snowflake userId) =>
        PermissionCalculator.InChannel(guild, channel, userId, world.Now).HasFlag(PermissionBits.ViewChannel);

    private JsonObject Bot() => new()
    {
        ["id"] = world.BotId.ToString(),
        ["name"] = world.Bot.Username,
        ["connected"] = hub.Connected > 0,
        ["status"] = hub.Presence?["status"]?.DeepClone() ?? "online",
        ["activity"] = hub.Presence?["activities"] is JsonArray { Count: > 0 } activities ? activities[0]?["state"]?.DeepClone() ?? activities[0]?["name"]?.DeepClone() : null,
    };

    private JsonObject? Person(GuildState guild, MemberState? member)
    {
        if (member is null)
            return null;
        return new JsonObject
        {
            ["id"] = member.UserId.ToString(),
            ["name"] = Name(member.UserId, member),
            ["username"] = world.Users[member.UserId].Username,
            ["color"] = Color(guild, member),
            ["roles"] = JsonText.Array(member.Roles.Where(guild.Roles.ContainsKey).Select(r => (JsonNode)guild.Roles[r].Name)),
            ["timed_out_until"] = member.IsTimedOut(world.Now) ? JsonText.Time(member.TimedOutUntil) : null,
        };
    }

    private JsonObject Channel(GuildState guild, ChannelState channel, Snowflake userId)
    {
        PermissionBits permissions = PermissionCalculator.InChannel(guild, channel, userId, world.Now);
        return new JsonObject
        {
            ["id"] = channel.Id.ToString(),
            ["name"] = channel.Name,
            ["topic"] = channel.Topic,
            ["type"] = (int)channel.Type,
            ["parent_id"] = channel.Thread is null ? null : channel.ParentId?.ToString(),
            ["private"] = channel.Overwrite(guild.Id) is { } everyone && everyone.Deny.HasFlag(PermissionBits.ViewChannel),
            ["slowmode"] = channel.RateLimitPerUser,
            ["can_send"] = permissions.HasFlag(channel.Thread is null ? PermissionBits.SendMessages : PermissionBits.SendMessagesInThreads),
            ["can_manage"] = permissions.HasFlag(PermissionBits.ManageMessages),
            ["last_message_id"] = channel.LastMessageId?.ToString(),
        };
    }

    private JsonNode DirectChannel(ChannelState channel) => new JsonObject
    {
        ["id"] = channel.Id.ToString(),
        ["name"] = world.Bot.Username,
        ["topic"] = "Direct messages with the bot",
        ["type"] = (int)channel.Type,
        ["can_send"] = true,
        ["can_manage"] = false,
        ["last_message_id"] = channel.LastMessageId?.ToString(),
    };

    private string Name(Snowflake userId, MemberState? member) =>
        member?.Nick ?? (world.Users.GetValueOrDefault(userId) is { } user ? user.GlobalName ?? user.Username : userId.ToString());

    private static int Color(GuildState guild, MemberState member) => member.Roles
        .Select(id => guild.Roles.GetValueOrDefault(id))
        .OfType<RoleState>()
        .Where(r => r.Color != 0)
        .OrderByDescending(r => r.Position)
        .Select(r => r.Color)
        .FirstOrDefault();
}
