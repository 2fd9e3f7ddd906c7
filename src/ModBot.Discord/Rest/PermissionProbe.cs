using Microsoft.Extensions.Logging;
using ModBot.Core.Platform;

namespace ModBot.Discord.Rest;

/// <summary>
/// Where the state says that a permission is missing, one call finds out: the server has the last word, and state can be
/// behind. While it says no, further calls are refused here with the reason; once it says yes, they all go out.
/// </summary>
internal sealed class PermissionProbe(TimeProvider time, ILogger<PermissionProbe> logger)
{
    /// <summary>How long a refusal is believed.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    private const int Capacity = 1024;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Probe> _probes = new(StringComparer.Ordinal);

    /// <summary>Makes the call unless it is known to be refused; calls that await the first one's answer do so in order.</summary>
    /// <param name="key">What is asked for where: calls of one key are refused together.</param>
    /// <param name="refusal">What the state says; null where it allows the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<ActionOutcome> RunAsync(string key, ActionOutcome? refusal, Func<Task<ActionOutcome>> call, CancellationToken cancellationToken)
    {
        if (refusal is not { } said)
            return await call();
        Probe probe = Find(key);
        using (await probe.Gate.EnterAsync(cancellationToken))
        {
            if (probe.IsAllowed is null || (probe.IsAllowed is false && time.GetElapsedTime(probe.At) >= Span))
            {
                ActionOutcome outcome = await call();
                if (outcome.Kind is OutcomeKind.Done or OutcomeKind.Forbidden)
                {
                    probe.IsAllowed = outcome.IsDone;
                    probe.At = time.GetTimestamp();
                    RestLog.Probed(logger, key, outcome.IsDone);
                }

                return outcome.Kind == OutcomeKind.Forbidden ? said : outcome;
            }

            if (probe.IsAllowed is false)
                return said;
        }

        return await call();
    }

    private Probe Find(string key)
    {
        lock (_lock)
        {
            if (_probes.TryGetValue(key, out Probe? probe))
                return probe;
            if (_probes.Count >= Capacity)
                _probes.Clear();
            return _probes[key] = new Probe();
        }
    }

    private sealed class Probe
    {
        public FifoGate Gate { get; } = new();

        public bool? IsAllowed { get; set; }

        public long At { get; set; }
    }
}
