namespace ModBot.CommandLine;

/// <summary>Exit codes of every command.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The command ran, but some of its input was wrong, or the bot could not go on.</summary>
    public const int Failure = 1;

    /// <summary>The call itself was wrong; nothing was done.</summary>
    public const int Usage = 2;
}
