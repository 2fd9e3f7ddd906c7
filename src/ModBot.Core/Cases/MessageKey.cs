using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Cases;

/// <summary>Under this key an occurrence is judged once; the rule set is not part of it.</summary>
/// <param name="GuildId">Where it happened.</param>
/// <param name="MessageId">The message; for other occurrences <see cref="Occurrence.Id"/>.</param>
/// <param name="Revision"><see cref="Occurrence.ComputeRevision"/>; it tells what was judged.</param>
public readonly record struct MessageKey(Snowflake GuildId, Snowflake MessageId, string Revision)
{
    /// <summary>What was judged.</summary>
    public OccurrenceKinds Kind => Revisions.KindOf(Revision);

    public bool IsMessage => Kind == OccurrenceKinds.Message;

    public static MessageKey Of(Occurrence occurrence) => new(occurrence.GuildId, occurrence.Id, occurrence.ComputeRevision());
}
