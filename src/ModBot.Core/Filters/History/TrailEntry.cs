using System.Runtime.InteropServices;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters.History;

/// <summary>One remembered message of an author.</summary>
/// <param name="At">Milliseconds since the Unix epoch.</param>
/// <param name="ChannelId">Where it stood.</param>
/// <param name="MessageId">Its id.</param>
/// <param name="Fingerprint">0 where it had too little text.</param>
/// <param name="Content">0 where it had neither text nor files.</param>
/// <param name="Files">0 where it had none.</param>
/// <param name="Measure">How much of everything it had.</param>
/// <param name="Mentioned">Whom it mentioned; null for nobody.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrailEntry(
    long At, Snowflake ChannelId, Snowflake MessageId, ulong Fingerprint, ulong Content, ulong Files, MessageMeasure Measure, Snowflake[]? Mentioned);
