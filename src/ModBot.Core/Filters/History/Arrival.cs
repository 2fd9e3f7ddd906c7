using System.Runtime.InteropServices;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters.History;

/// <summary>A member who joined.</summary>
/// <param name="At">Milliseconds since the Unix epoch.</param>
/// <param name="Member">Who; the id tells when the account was made.</param>
/// <param name="HasAvatar">Whether they have a picture of their own.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Arrival(long At, Snowflake Member, bool HasAvatar);
