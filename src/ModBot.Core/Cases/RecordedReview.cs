namespace ModBot.Core.Cases;

/// <summary>What storing a review gave.</summary>
/// <param name="Decided">True for the first review of the case: this one counts and is to be carried out.</param>
/// <param name="Case">The case with all its reviews.</param>
public sealed record RecordedReview(bool Decided, ModerationCase Case);
