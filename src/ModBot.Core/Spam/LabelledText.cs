using ModBot.Core.Verdicts;

namespace ModBot.Core.Spam;

/// <summary>One example to train on or to measure with.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsSpam">The label: spam or ham.</param>
/// <param name="Categories">The abuse categories a reader would name, spam not among them.</param>
/// <param name="Family">The kind of text, for leave-one-family-out; empty where unknown.</param>
/// <param name="HasAbuseLabels">False where nobody looked for abuse, so that an empty <paramref name="Categories"/> says nothing.</param>
public sealed record LabelledText(string Text, bool IsSpam, CategorySet Categories, string Family, bool HasAbuseLabels);
