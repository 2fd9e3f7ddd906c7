using ModBot.Core.Cases;

namespace ModBot.Core.Ports;

/// <summary>
/// Carries out what a moderator decides on a case, the one way for cards, commands and the page: stores the review, takes back
/// what an overturned case did, keeps the card true. Of several decisions at once the first counts.
/// </summary>
public interface ICaseReviewer
{
    /// <summary>Decides. That the moderator may is for the caller to check.</summary>
    /// <returns>Null where there is no such case.</returns>
    Task<ReviewOutcome?> ReviewAsync(CaseDecision decision, CancellationToken cancellationToken);
}
