using System.Collections.Concurrent;
using ModBot.Core.Cases;
using ModBot.Core.Ports;

namespace ModBot.Dashboard.Tests.Support;

/// <summary>Stores reviews and notes what it was asked.</summary>
internal sealed class FakeReviewer(IModerationLog log, TimeProvider time) : ICaseReviewer
{
    public ConcurrentQueue<CaseDecision> Asked { get; } = new();

    public async Task<ReviewOutcome?> ReviewAsync(CaseDecision decision, CancellationToken cancellationToken)
    {
        Asked.Enqueue(decision);
        var review = new Review(decision.Decision, decision.ModeratorId, decision.ModeratorName, decision.Reason, time.GetUtcNow());
        return await log.AddReviewAsync(decision.GuildId, decision.Number, review, cancellationToken) is { } recorded ? new ReviewOutcome(recorded.Decided, recorded.Case, ["The timeout is lifted."]) : null;
    }
}
