using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ModBot.Core.Messages;
using ModBot.Sandbox.Permissions;

namespace ModBot.Sandbox.World;

/// <summary>The world of a first run. Its ids never change, so that links, configuration and old buttons keep working.</summary>
internal static class DefaultWorld
{
    private static readonly DateTimeOffset Founded = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly Snowflake Guild = Snowflake.At(Founded, 1);
    public static readonly Snowflake Bot = Snowflake.At(Founded, 2);
    public static readonly Snowflake Admin = Snowflake.At(Founded, 10);
    public static readonly Snowflake Mia = Snowflake.At(Founded, 11);
    public static readonly Snowflake Noah = Snowflake.At(Founded, 12);
    public static readonly Snowflake Zoe = Snowflake.At(Founded, 13);
    public static readonly Snowflake MemberRole = Snowflake.At(Founded, 20);
    public static readonly Snowflake ModeratorRole = Snowflake.At(Founded, 21);
    public static readonly Snowflake AdminRole = Snowflake.At(Founded, 22);
    public static readonly Snowflake BotRole = Snowflake.At(Founded, 23);
    public static readonly Snowflake Comments = Snowflake.At(Founded, 30);
    public static readonly Snowflake General = Snowflake.At(Founded, 31);
    public static readonly Snowflake Review = Snowflake.At(Founded, 32);
    public static readonly Snowflake ModLog = Snowflake.At(Founded, 33);

    private const PermissionBits Moderation = PermissionBits.KickMembers | PermissionBits.BanMembers | PermissionBits.ManageMessages
        | PermissionBits.ModerateMembers | PermissionBits.ManageNicknames | PermissionBits.ViewAuditLog | PermissionBits.ManageThreads
        | PermissionBits.PinMessages | PermissionBits.BypassSlowmode;

    private const PermissionBits BotPermissions = Moderation | PermissionBits.EveryoneDefault | PermissionBits.ManageRoles
        | PermissionBits.ManageChannels | PermissionBits.ManageGuild | PermissionBits.ManageWebhooks | PermissionBits.CreatePrivateThreads;

    /// <summary>A token of Discord's shape (the bot's id in base64, then two random parts), new for every world.</summary>
    public static string NewToken()
    {
        string id = Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Bot.ToString()));
        return $"{id}.{RandomNumberGenerator.GetString(TokenLetters, 6)}.{RandomNumberGenerator.GetString(TokenLetters, 38)}";
    }

    private const string TokenLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    public static WorldDocument Create(string token) => new()
    {
        BotToken = token,
        BotId = Bot,
        Users =
        [
            new UserState { Id = Bot, Username = "ModBot", Bot = true },
            new UserState { Id = Admin, Username = "admin", GlobalName = "Ada (admin)" },
            new UserState { Id = Mia, Username = "mia", GlobalName = "Mia (moderator)" },
            new UserState { Id = Noah, Username = "noah", GlobalName = "Noah" },
            new UserState { Id = Zoe, Username = "zoe", GlobalName = "Zoe" },
        ],
        Guilds = [NewGuild()],
    };

    /// <summary>Hides a channel from all but moderators, admins and the bot.</summary>
    public static List<OverwriteState> StaffOnly() =>
    [
        new OverwriteState { Id = Guild, Deny = PermissionBits.ViewChannel },
        new OverwriteState { Id = ModeratorRole, Allow = PermissionBits.ViewChannel },
        new OverwriteState { Id = BotRole, Allow = PermissionBits.ViewChannel },
    ];

    private static GuildState NewGuild()
    {
        var guild = new GuildState { Id = Guild, Name = "ModBot sandbox", OwnerId = Admin, SystemChannelId = General };
        Add(new RoleState { Id = Guild, Name = "@everyone", Permissions = PermissionBits.EveryoneDefault });
        Add(new RoleState { Id = MemberRole, Name = "Member", Position = 1, Color = 0x5B7A99 });
        Add(new RoleState { Id = ModeratorRole, Name = "Moderator", Position = 2, Color = 0x2E8B57, Hoist = true, Mentionable = true, Permissions = Moderation });
        Add(new RoleState { Id = AdminRole, Name = "Admin", Position = 3, Color = 0xB8562B, Hoist = true, Permissions = PermissionBits.Administrator });
        Add(new RoleState { Id = BotRole, Name = "ModBot", Position = 4, Color = 0x4A5BD4, Hoist = true, BotId = Bot, Permissions = BotPermissions });
        Join(Admin, AdminRole);
        Join(Mia, ModeratorRole, MemberRole);
        Join(Noah, MemberRole);
        Join(Zoe, MemberRole);
        Join(Bot, BotRole);
        Open(Comments, "comments", "Reader comments on the article, as they came in", staffOnly: false, 0);
        Open(General, "general", "Anything goes, within reason", staffOnly: false, 1);
        Open(Review, "review", "Messages that wait for a moderator's decision", staffOnly: true, 2);
        Open(ModLog, "mod-log", "What ModBot did", staffOnly: true, 3);
        return guild;

        void Add(RoleState role) => guild.Roles.Add(role.Id, role);

        void Join(Snowflake user, params Snowflake[] roles) =>
            guild.Members.Add(user, new MemberState { UserId = user, Roles = [.. roles], JoinedAt = Founded });

        void Open(Snowflake id, string name, string topic, bool staffOnly, int position) => guild.Channels.Add(id, new ChannelState
        {
            Id = id,
            Type = ChannelKind.Text,
            GuildId = Guild,
            Name = name,
            Topic = topic,
            Position = position,
            Overwrites = staffOnly ? StaffOnly() : [],
        });
    }
}
