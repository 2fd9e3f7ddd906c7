using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Rules;

namespace ModBot.Storage;

/// <summary>A rule set version as both engines give it.</summary>
internal struct RuleSetRow
{
    public long Version { get; init; }

    public string Rules { get; init; }

    public long AuthorId { get; init; }

    public string AuthorName { get; init; }

    public string Change { get; init; }

    public long ChangedAt { get; init; }

    /// <exception cref="StorageException">The document cannot be read by this program.</exception>
    public readonly RuleSetRevision ToRevision(Snowflake guild, RuleSetJson json)
    {
        var faults = new List<OptionFault>();
        return json.Read(Rules, faults) is { } rules
            ? new RuleSetRevision(rules, StoredValue.Snowflake(AuthorId), AuthorName, Change, StoredValue.Time(ChangedAt))
            : throw new StorageException(StorageFault.Unreadable, $"Version {Version} of guild {guild}'s rules cannot be read by this ModBot: {string.Join("; ", faults)}");
    }
}
