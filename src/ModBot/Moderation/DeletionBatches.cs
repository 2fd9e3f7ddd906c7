using System.Collections.Concurrent;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Moderation;

/// <summary>
/// Deletes messages channel by channel: what is asked for while a call is under way goes with the next one. After a few calls
/// in a row it takes its time, so that a raid is cleaned in large steps within the platform's limits; a single message waits
/// for nothing.
/// </summary>
internal sealed class DeletionBatches(IModerationPlatform platform, TimeProvider time)
{
    /// <summary>Calls in a row that follow each other at once.</summary>
    private const int Sprint = 3;

    /// <summary>Between further calls for one channel: Discord allows about five in five seconds.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(Snowflake Guild, Snowflake Channel), Batch> batches = new();

    /// <summary>Deletes messages of one channel; those that are gone already are done.</summary>
    /// <param name="guild">The guild.</param>
    /// <param name="channel">The channel that holds them all.</param>
    /// <param name="messages">At least one.</param>
    /// <param name="reason">For the audit log; of messages that are deleted together, the first one's is given.</param>
    /// <param name="cancellationToken">Stops waiting; a call that is under way goes on.</param>
    public Task<ActionOutcome> DeleteAsync(Snowflake guild, Snowflake channel, IReadOnlyCollection<Snowflake> messages, string reason, CancellationToken cancellationToken)
    {
        var wanted = new Wanted(messages, reason);
        Batch batch = batches.AddOrUpdate((guild, channel), _ => new Batch(wanted), (_, open) => open.With(wanted));
        if (batch.IsNew)
            _ = RunAsync(guild, channel);
        return wanted.Outcome.Task.WaitAsync(cancellationToken);
    }

    /// <summary>One runs for each channel that has something to delete, until nothing is left.</summary>
    private async Task RunAsync(Snowflake guild, Snowflake channel)
    {
        for (int calls = 1; ; calls++)
        {
            Batch batch = Take(guild, channel);
            if (batch.Waiting.Count == 0)
                return;
            await DeleteAsync(guild, channel, batch.Waiting);
            if (calls >= Sprint && batch.Waiting.Count > 1)
                await Task.Delay(Pace, time);
        }
    }

    /// <summary>Empties what waits; where nothing does, the channel is forgotten in the same step, so that the next one begins anew.</summary>
    private Batch Take(Snowflake guild, Snowflake channel)
    {
        while (true)
        {
            Batch open = batches[(guild, channel)];
            bool taken = open.Waiting.Count == 0
                ? batches.TryRemove(KeyValuePair.Create((guild, channel), open))
                : batches.TryUpdate((guild, channel), Batch.Empty(), open);
            if (taken)
                return open;
        }
    }

    private async Task DeleteAsync(Snowflake guild, Snowflake channel, List<Wanted> waiting)
    {
        try
        {
            Snowflake[] messages = [.. waiting.SelectMany(wanted => wanted.Messages).Distinct()];
            string reason = waiting.Count == 1 ? waiting[0].Reason : $"{waiting[0].Reason} and {waiting.Count - 1} more";
            // Not the caller's token: the messages of the others are deleted with it.
            ActionOutcome outcome = messages.Length == 1
                ? await platform.DeleteMessageAsync(guild, channel, messages[0], reason, CancellationToken.None)
                : await platform.DeleteMessagesAsync(guild, channel, messages, reason, CancellationToken.None);
            foreach (Wanted wanted in waiting)
                wanted.Outcome.TrySetResult(outcome);
        }
        catch (Exception fault)
        {
            foreach (Wanted wanted in waiting)
                wanted.Outcome.TrySetException(fault);
        }
    }

    private sealed record Wanted(IReadOnlyCollection<Snowflake> Messages, string Reason)
    {
        public TaskCompletionSource<ActionOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>What waits for one channel. A new one for every change, compared by reference.</summary>
    private sealed class Batch
    {
        public Batch(Wanted first)
        {
            Waiting = [first];
            IsNew = true;
        }

        private Batch(List<Wanted> waiting) => Waiting = waiting;

        public List<Wanted> Waiting { get; }

        /// <summary>Nobody runs for the channel yet.</summary>
        public bool IsNew { get; }

        public static Batch Empty() => new([]);

        public Batch With(Wanted wanted) => new([.. Waiting, wanted]);
    }
}
