using ModBot.Core.Verdicts;

namespace ModBot.Core.Cases;

/// <summary>What a case rests on and may not be kept for ever: the message's text and every hit with its spans. Encrypted at rest.</summary>
public sealed record CaseEvidence(string Content, IReadOnlyList<Hit> Hits, IReadOnlyList<string> Mitigations, IReadOnlyList<FilterError> Errors);
