namespace ModBot.Discord.Gateway;

/// <summary>What to do after a connection ended.</summary>
internal enum AfterClose
{
    /// <summary>Connect again and resume the session.</summary>
    Resume,

    /// <summary>Connect again and start a new session.</summary>
    Identify,

    /// <summary>Stop: trying again cannot help.</summary>
    Stop,
}

/// <summary>The gateway's close codes (API reference, "Gateway Close Event Codes").</summary>
internal static class CloseCodes
{
    public const int NormalClosure = 1000;
    public const int NotAuthenticated = 4003;
    public const int AuthenticationFailed = 4004;
    public const int InvalidSequence = 4007;
    public const int RateLimited = 4008;
    public const int SessionTimedOut = 4009;
    public const int InvalidShard = 4010;
    public const int ShardingRequired = 4011;
    public const int InvalidVersion = 4012;
    public const int InvalidIntents = 4013;
    public const int DisallowedIntents = 4014;

    /// <summary>What we close with to come back: any code but 1000 and 1001 keeps the session.</summary>
    public const int Returning = 4900;

    public static AfterClose Classify(int? code) => code switch
    {
        AuthenticationFailed or InvalidShard or ShardingRequired or InvalidVersion or InvalidIntents or DisallowedIntents => AfterClose.Stop,
        NotAuthenticated or InvalidSequence or SessionTimedOut => AfterClose.Identify,
        _ => AfterClose.Resume,
    };

    /// <summary>The name in Discord's table, for the log.</summary>
    public static string Describe(int? code) => code switch
    {
        null or 1006 => "dropped",
        4000 => "unknown error",
        4001 => "unknown opcode",
        4002 => "decode error",
        NotAuthenticated => "not authenticated",
        AuthenticationFailed => "authentication failed",
        4005 => "already authenticated",
        InvalidSequence => "invalid sequence",
        RateLimited => "rate limited",
        SessionTimedOut => "session timed out",
        InvalidShard => "invalid shard",
        ShardingRequired => "sharding required",
        InvalidVersion => "invalid API version",
        InvalidIntents => "invalid intents",
        DisallowedIntents => "disallowed intents",
        _ => "closed",
    };
}
