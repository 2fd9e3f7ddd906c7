using System.Collections.Concurrent;
using ModBot.Core.Links;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Moderation;

/// <summary>
/// Where invites lead, as the platform said: remembered for an hour, since a vanity name can change hands. Asking is bounded in
/// number and time, so that a flood of invented codes costs nothing but being taken for foreign.
/// </summary>
internal sealed class InviteDirectory : IInviteDirectory
{
    private const int MostKnown = 10_000;

    /// <summary>Questions to the platform within <see cref="Turn"/>.</summary>
    private const int QuestionsPerTurn = 60;

    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan KnownFor = TimeSpan.FromHours(1);

    /// <summary>A code that leads nowhere may be given out anew.</summary>
    private static readonly TimeSpan GoneFor = TimeSpan.FromMinutes(5);

    /// <summary>A verdict waits no longer for answers.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly IModerationPlatform platform;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<string, Answer> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Answer>.AlternateLookup<ReadOnlySpan<char>> byCode;
    private readonly Lock turnLock = new();
    private DateTimeOffset turnEnds;
    private int asked;

    public InviteDirectory(IModerationPlatform platform, TimeProvider time)
    {
        this.platform = platform;
        this.time = time;
        byCode = answers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public InviteTarget? Find(ReadOnlySpan<char> code) => byCode.TryGetValue(code, out Answer answer) && answer.Until > time.GetUtcNow() ? answer.Target : null;

    /// <summary>Asks the platform; true where it answered at least once, so that looking again is worth it.</summary>
    public async Task<bool> ResolveAsync(IReadOnlyList<string> codes, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        bool answered = false;
        foreach (string code in codes.Distinct(StringComparer.Ordinal))
        {
            if (!MayAsk())
                break;
            try
            {
                (ActionOutcome outcome, InviteTarget? target) = await platform.ReadInviteAsync(code, both.Token);
                if (outcome.Kind == OutcomeKind.NotFound)
                    Remember(code, InviteTarget.Nowhere, GoneFor);
                else if (target is not null)
                    Remember(code, target, KnownFor);
                answered |= outcome.Kind == OutcomeKind.NotFound || target is not null;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                break;
            }
        }

        return answered;
    }

    private void Remember(string code, InviteTarget target, TimeSpan span)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (answers.Count >= MostKnown)
        {
            foreach ((string known, Answer answer) in answers)
            {
                if (answer.Until <= now)
                    answers.TryRemove(known, out _);
            }

            if (answers.Count >= MostKnown)
                answers.Clear();
        }

        answers[code] = new Answer(target, now + span);
    }

    private bool MayAsk()
    {
        lock (turnLock)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (now >= turnEnds)
            {
                turnEnds = now + Turn;
                asked = 0;
            }

            return ++asked <= QuestionsPerTurn;
        }
    }

    private readonly record struct Answer(InviteTarget Target, DateTimeOffset Until);
}
