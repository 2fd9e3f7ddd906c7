using System.Runtime.InteropServices;
using ModBot.Core.Platform;

namespace ModBot.Discord.Lanes;

/// <summary>An event that waits in a lane.</summary>
/// <param name="Event">Null for a change of the guild, of which the newest state is told.</param>
/// <param name="Batch">To be left when it is handled.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QueuedEvent(PlatformEvent? Event, EventBatch? Batch);
