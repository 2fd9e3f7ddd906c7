namespace ModBot.Core.Platform;

/// <summary>The platform said that trying again is useless. The message is one line that says what to do.</summary>
public sealed class PlatformFatalException(string message, Exception? innerException = null) : Exception(message, innerException);
