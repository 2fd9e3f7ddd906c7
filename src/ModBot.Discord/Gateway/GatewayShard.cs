using Microsoft.Extensions.Logging;
using ModBot.Core.Platform;

namespace ModBot.Discord.Gateway;

/// <summary>Keeps one shard connected: connection after connection, resuming where it can.</summary>
internal sealed class GatewayShard(
    DiscordOptions options, ShardId shard, ShardSession session, GatewayAddress address, IdentifyGate gate, IShardEvents events, Random random, TimeProvider time, ILogger logger)
{
    /// <summary>Failed handshakes after which the resume host is given up for the original one.</summary>
    private const int ResumeHostTries = 2;

    /// <summary>Connections in a row that greeted but did not resume; then a new session is the better try.</summary>
    private const int ResumeTries = 5;

    private bool _wasReady;
    private bool _identified;

    /// <summary>Runs until told to stop.</summary>
    /// <exception cref="PlatformFatalException">Going on cannot help.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        int failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            if (!session.CanResume && _identified)
                await address.RefreshAsync(shard.Number, cancellationToken);
            Uri target = session is { CanResume: true, ResumeUrl: { } resume } ? resume : address.Current.Url;
            GatewayLog.Connecting(logger, shard.Number, shard.Total, target.Authority);

            bool wasReady;
            ConnectionEnd end;
            await using (var connection = new GatewayConnection(options, shard, session, gate, events, random, time, logger))
            {
                end = await connection.RunAsync(target, cancellationToken);
                wasReady = connection.IsReady;
            }

            if (end.Reason == EndReason.Stopped || cancellationToken.IsCancellationRequested)
                return;
            _identified |= end.Reason != EndReason.HandshakeFailed;
            _wasReady |= wasReady;
            failures = wasReady ? 0 : failures + 1;
            await StopIfHopelessAsync(end, failures, cancellationToken);
            TimeSpan pause = Prepare(end, failures);
            GatewayLog.Lost(logger, shard.Number, Describe(end), end.CloseCode ?? 0, pause.TotalMilliseconds, session.CanResume);
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private async Task StopIfHopelessAsync(ConnectionEnd end, int failures, CancellationToken cancellationToken)
    {
        if (end.Reason is EndReason.Closed or EndReason.HandshakeFailed && CloseCodes.Classify(end.CloseCode) == AfterClose.Stop)
            throw new PlatformFatalException(await address.ExplainAsync(end.CloseCode!.Value, cancellationToken));
        if (end.Reason == EndReason.HandshakeFailed && !_wasReady && failures >= options.StartAttempts)
            throw new PlatformFatalException($"The gateway at {address.Current.Url.Authority} cannot be reached ({end.Detail}) after {failures} tries. Check the network and Discord:RestUrl.");
    }

    /// <summary>Drops what the end made worthless and gives the pause before the next connection.</summary>
    private TimeSpan Prepare(ConnectionEnd end, int failures)
    {
        if (failures >= ResumeTries && end.Reason != EndReason.HandshakeFailed)
            session.Forget();
        switch (end.Reason)
        {
            case EndReason.SessionInvalid:
                session.Forget();
                return Longer(Backoff.AfterInvalidSession(random), failures);
            case EndReason.Closed when CloseCodes.Classify(end.CloseCode) == AfterClose.Identify:
                session.Forget();
                return Backoff.After(failures, random);
            case EndReason.SessionInvalidResumable:
                return Longer(Backoff.AfterInvalidSession(random), failures);
            case EndReason.HandshakeFailed when failures >= ResumeHostTries && session.ResumeUrl is not null:
                session.ForgetResumeUrl();
                GatewayLog.ResumeHostGivenUp(logger, shard.Number);
                return Backoff.After(1, random);
            case EndReason.ReconnectAsked or EndReason.Zombie when failures <= 1:
                return TimeSpan.Zero;
            default:
                return Backoff.After(failures, random);
        }
    }

    private TimeSpan Longer(TimeSpan pause, int failures) => failures <= 1 ? pause : TimeSpan.FromTicks(Math.Max(pause.Ticks, Backoff.After(failures, random).Ticks));

    private static string Describe(ConnectionEnd end) => end.Reason switch
    {
        EndReason.Closed => CloseCodes.Describe(end.CloseCode),
        EndReason.HandshakeFailed or EndReason.Dropped when end.Detail.Length > 0 => end.Detail,
        EndReason.ReconnectAsked => "asked to reconnect",
        EndReason.SessionInvalid or EndReason.SessionInvalidResumable => "invalid session",
        EndReason.Zombie => "heartbeats were not answered",
        _ => "dropped",
    };
}
