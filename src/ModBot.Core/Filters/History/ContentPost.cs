using System.Runtime.InteropServices;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters.History;

/// <summary>A message that had some content.</summary>
/// <param name="At">Milliseconds since the Unix epoch.</param>
/// <param name="Author">Who posted it.</param>
/// <param name="ChannelId">Where.</param>
/// <param name="MessageId">Its id.</param>
/// <param name="Standing">The author had standing.</param>
/// <param name="ByStaff">Posted by a moderator, a bot or a webhook.</param>
/// <param name="Handled">A verdict has removed it, or would have.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ContentPost(long At, Snowflake Author, Snowflake ChannelId, Snowflake MessageId, bool Standing, bool ByStaff, bool Handled);
