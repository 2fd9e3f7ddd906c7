using ModBot.Core.Messages;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox;

/// <summary>The ids of the default world; they never change.</summary>
public static class SandboxIds
{
    /// <summary>The guild "ModBot sandbox"; also the id of its @everyone role.</summary>
    public static Snowflake Guild => DefaultWorld.Guild;

    /// <summary>The bot's user, and its application.</summary>
    public static Snowflake Bot => DefaultWorld.Bot;

    /// <summary>The owner, with the role Admin.</summary>
    public static Snowflake Admin => DefaultWorld.Admin;

    /// <summary>A moderator.</summary>
    public static Snowflake Mia => DefaultWorld.Mia;

    /// <summary>A member.</summary>
    public static Snowflake Noah => DefaultWorld.Noah;

    /// <summary>A member.</summary>
    public static Snowflake Zoe => DefaultWorld.Zoe;

    public static Snowflake MemberRole => DefaultWorld.MemberRole;

    public static Snowflake ModeratorRole => DefaultWorld.ModeratorRole;

    public static Snowflake AdminRole => DefaultWorld.AdminRole;

    /// <summary>The bot's managed role, above all others.</summary>
    public static Snowflake BotRole => DefaultWorld.BotRole;

    /// <summary>#comments, where the seed is played.</summary>
    public static Snowflake Comments => DefaultWorld.Comments;

    public static Snowflake General => DefaultWorld.General;

    /// <summary>#review: moderators, admins and the bot only.</summary>
    public static Snowflake Review => DefaultWorld.Review;

    /// <summary>#mod-log: moderators, admins and the bot only.</summary>
    public static Snowflake ModLog => DefaultWorld.ModLog;
}
