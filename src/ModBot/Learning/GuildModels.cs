using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ModBot.Core.Learning;
using ModBot.Core.Messages;
using ModBot.Core.Ports;

namespace ModBot.Learning;

/// <summary>Which model judges a guild's messages: the shipped one, or the guild's own. Own models are kept in memory up to a number, the least used being read again.</summary>
internal sealed partial class GuildModels(ISpamModel shipped, GuildTrainer trainer, ILearningStore store, TimeProvider time, ILogger<GuildModels> logger)
{
    /// <summary>About 1.2 MB each.</summary>
    private const int MostOwn = 64;

    private readonly ConcurrentDictionary<Snowflake, Entry> known = new();

    public ISpamModel Shipped => shipped;

    public ValueTask<ISpamModel> ForAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(guild, out Entry? entry))
            return ReadAsync(guild, cancellationToken);
        entry.LastUsed = time.GetTimestamp();
        return ValueTask.FromResult(entry.Model);
    }

    /// <summary>Lets that model judge from now on; null for the shipped one.</summary>
    public void Set(Snowflake guild, ISpamModel? own)
    {
        known[guild] = new Entry(own ?? shipped) { LastUsed = time.GetTimestamp() };
        if (own is not null)
            DropLeastUsed();
    }

    private async ValueTask<ISpamModel> ReadAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        LearningState state = await store.GetAsync(guild, cancellationToken);
        ISpamModel? own = state.HasOwnModel && await store.FindModelAsync(guild, cancellationToken) is { } artifact ? Load(guild, artifact) : null;

        // Somebody may have set one meanwhile.
        Entry entry = known.GetOrAdd(guild, _ => new Entry(own ?? shipped) { LastUsed = time.GetTimestamp() });
        if (own is not null)
            DropLeastUsed();
        return entry.Model;
    }

    private ISpamModel? Load(Snowflake guild, byte[] artifact)
    {
        try
        {
            using var stream = new MemoryStream(artifact, writable: false);
            return trainer.Trainer.Load(stream);
        }
        catch (InvalidDataException fault)
        {
            LogUnreadable(fault, guild);
            return null;
        }
    }

    private void DropLeastUsed()
    {
        KeyValuePair<Snowflake, Entry>[] own = [.. known.Where(pair => !ReferenceEquals(pair.Value.Model, shipped))];
        foreach (KeyValuePair<Snowflake, Entry> pair in own.OrderBy(pair => pair.Value.LastUsed).Take(own.Length - MostOwn))
            known.TryRemove(pair);
    }

    [LoggerMessage(2060, LogLevel.Warning, "The own model of guild {Guild} cannot be read, so the shipped one judges there until /model calibrate trains it again")]
    private partial void LogUnreadable(Exception fault, Snowflake guild);

    private sealed class Entry(ISpamModel model)
    {
        private long lastUsed;

        public ISpamModel Model { get; } = model;

        public long LastUsed
        {
            get => Interlocked.Read(ref lastUsed);
            set => Interlocked.Exchange(ref lastUsed, value);
        }
    }
}
