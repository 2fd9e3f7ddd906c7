using ModBot.Core.Cases;

namespace ModBot.Storage.PostgreSql;

/// <summary>A message key as it is stored.</summary>
internal readonly record struct StoredKey(long Message, long Guild, string Revision)
{
    /// <summary>The order in which all transactions touch the rows.</summary>
    public static readonly IComparer<StoredKey> Order = Comparer<StoredKey>.Create(static (a, b) =>
        (a.Message, a.Guild).CompareTo((b.Message, b.Guild)) is var order and not 0 ? order : string.CompareOrdinal(a.Revision, b.Revision));

    public static StoredKey Of(MessageKey key) => new(StoredValue.Of(key.MessageId), StoredValue.Of(key.GuildId), StoredValue.Of(key.Revision));
}
