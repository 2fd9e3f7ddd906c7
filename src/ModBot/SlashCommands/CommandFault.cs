namespace ModBot.SlashCommands;

/// <summary>Something the caller can mend. The message is shown to them alone and says what to type instead.</summary>
internal sealed class CommandFault(string message) : Exception(message);
