using ModBot.Core.Ports;

namespace ModBot.Core.Learning;

/// <summary>What training on a guild's examples gave.</summary>
/// <param name="Model">The model; null where the <see cref="LearningGuard"/> refused.</param>
/// <param name="Reason">One sentence: why so, or why not.</param>
/// <param name="LossBefore">Mean log-loss of the shipped model.</param>
/// <param name="LossAfter">That of the new kind, on examples held out.</param>
/// <param name="Examples">How many were learned from.</param>
public sealed record TextLearningResult(ISpamModel? Model, string Reason, double LossBefore, double LossAfter, int Examples)
{
    /// <summary>Nothing was learned.</summary>
    public static TextLearningResult Refused(string reason) => new(null, reason, 0, 0, 0);
}
