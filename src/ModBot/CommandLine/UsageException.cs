namespace ModBot.CommandLine;

/// <summary>Something a person can mend: a wrong file, option or setting. The message is one line that says what to do.</summary>
internal sealed class UsageException(string message, Exception? innerException = null) : Exception(message, innerException);
