namespace ModBot.Core.Ports;

/// <summary>When each concurrency bucket may start its next gateway session, over all processes of a bot.</summary>
public interface IIdentifySlots
{
    /// <summary>Takes the bucket's next slot.</summary>
    /// <param name="bot">Stands for the bot and the server.</param>
    /// <param name="bucket">The shard's number modulo the platform's <c>max_concurrency</c>.</param>
    /// <param name="interval">How far slots of one bucket lie apart.</param>
    /// <returns>How long to wait for it.</returns>
    ValueTask<TimeSpan> ReserveAsync(string bot, int bucket, TimeSpan interval, CancellationToken cancellationToken);
}
