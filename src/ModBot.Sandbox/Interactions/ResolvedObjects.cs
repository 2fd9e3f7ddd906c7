using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Interactions;

/// <summary>The users, members, roles, channels and messages that an interaction's data names.</summary>
internal sealed class ResolvedObjects(WorldState world, GuildState? guild)
{
    private readonly JsonObject _json = [];

    /// <summary>Null where nothing was named.</summary>
    public JsonObject? Json => _json.Count == 0 ? null : _json;

    /// <summary>Adds what the id means for an option type; false where there is no such thing.</summary>
    public bool Add(int optionType, Snowflake id) => optionType switch
    {
        OptionType.User => AddUser(id),
        OptionType.Role => AddRole(id),
        OptionType.Channel => AddChannel(id),
        OptionType.Mentionable => AddUser(id) || AddRole(id),
        _ => false,
    };

    public bool AddUser(Snowflake id)
    {
        if (!world.Users.TryGetValue(id, out UserState? user))
            return false;
        Put("users", id, UserJson.Of(user));
        if (guild is not null && guild.Members.TryGetValue(id, out MemberState? member))
        {
            JsonObject json = GuildJson.PartialMember(member);
            json["permissions"] = ((ulong)PermissionCalculator.InGuild(guild, id, world.Now)).ToString();
            Put("members", id, json);
        }

        return true;
    }

    public bool AddMessage(MessageState message)
    {
        Put("messages", message.Id, MessageJson.Of(world, message));
        return true;
    }

    /// <summary>Keeps a file that was given to a command.</summary>
    public Snowflake AddFile(Snowflake channelId, UploadedFile file)
    {
        AttachmentState attachment = AttachmentIntake.Store(world, file, said: null);
        Put("attachments", attachment.Id, MessageJson.Attachment(world, channelId, attachment, isEphemeral: true));
        return attachment.Id;
    }

    private bool AddRole(Snowflake id)
    {
        if (guild is null || !guild.Roles.TryGetValue(id, out RoleState? role))
            return false;
        Put("roles", id, GuildJson.Role(role));
        return true;
    }

    private bool AddChannel(Snowflake id)
    {
        if (guild is null || !guild.Channels.TryGetValue(id, out ChannelState? channel))
            return false;
        JsonObject json = ChannelJson.Of(world, channel);
        json["permissions"] = ((ulong)PermissionBits.All).ToString();
        Put("channels", id, json);
        return true;
    }

    private void Put(string kind, Snowflake id, JsonObject json)
    {
        if (_json[kind] is not JsonObject map)
            _json[kind] = map = [];
        map[id.ToString()] = json;
    }
}
