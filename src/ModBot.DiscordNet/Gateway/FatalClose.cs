using ModBot.Discord.Gateway;

namespace ModBot.DiscordNet.Gateway;

/// <summary>What to tell the operator for a close code that no reconnect can mend.</summary>
internal static class FatalClose
{
    public const string BadToken = "Discord refused the bot token: check Discord:Token (environment: Discord__Token), or reset it in the developer portal.";

    public static string Explain(int code) => code switch
    {
        CloseCodes.AuthenticationFailed => BadToken,
        CloseCodes.DisallowedIntents => "Discord refused the intents: switch on Message Content Intent and Server Members Intent under Bot in the developer portal.",
        CloseCodes.ShardingRequired => "Discord wants more shards for this bot: set Discord:Shards to auto or to a higher number.",
        CloseCodes.InvalidShard => "Discord refused the shard numbers: check Discord:Shards.",
        _ => $"Discord closed the gateway for good ({code}, {CloseCodes.Describe(code)}).",
    };
}
