using ModBot.Core.Messages;

namespace ModBot.CommandLine;

/// <summary>A message of an offline replay.</summary>
/// <param name="Index">1-based.</param>
/// <param name="Message">The message; ids are made from its time and place in the file.</param>
/// <param name="Standing">The file says that the author has standing.</param>
internal sealed record ReplayedMessage(int Index, ChatMessage Message, bool Standing);
