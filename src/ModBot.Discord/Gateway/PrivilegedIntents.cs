namespace ModBot.Discord.Gateway;

/// <summary>The intents that the developer portal must allow, and the application flags that say so (API reference, "Application Flags").</summary>
internal static class PrivilegedIntents
{
    private const long MembersFlags = (1 << 14) | (1 << 15);
    private const long ContentFlags = (1 << 18) | (1 << 19);

    /// <summary>The portal's names of those that are asked for and not switched on.</summary>
    public static List<string> Missing(GatewayIntents intents, long flags)
    {
        List<string> missing = [];
        if ((intents & GatewayIntents.MessageContent) != GatewayIntents.None && (flags & ContentFlags) == 0)
            missing.Add("MESSAGE CONTENT INTENT");
        if ((intents & GatewayIntents.GuildMembers) != GatewayIntents.None && (flags & MembersFlags) == 0)
            missing.Add("SERVER MEMBERS INTENT");
        return missing;
    }

    /// <summary>Whether messages come without content: not asked for, or known not to be switched on.</summary>
    public static bool WithholdContent(GatewayIntents intents, long? flags) =>
        (intents & GatewayIntents.MessageContent) == GatewayIntents.None || (flags is { } known && (known & ContentFlags) == 0);
}
