namespace ModBot.Sandbox.Gateway;

/// <summary>Close codes of Discord's gateway ("Gateway Close Event Codes").</summary>
internal static class GatewayCloseCode
{
    public const int UnknownError = 4000, UnknownOpcode = 4001, DecodeError = 4002, NotAuthenticated = 4003, AuthenticationFailed = 4004,
        AlreadyAuthenticated = 4005, InvalidSequence = 4007, RateLimited = 4008, SessionTimedOut = 4009, InvalidShard = 4010,
        InvalidVersion = 4012, InvalidIntents = 4013, DisallowedIntents = 4014;
}
