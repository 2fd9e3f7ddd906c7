namespace ModBot.Moderation;

/// <summary>What came of taking back what a rule did.</summary>
/// <param name="Overturned">Cases that are overturned now.</param>
/// <param name="FailedSteps">Things that could not be taken back; each case says which.</param>
/// <param name="WaitingSteps">Things that are tried again by themselves.</param>
/// <param name="More">There are more cases than one run takes.</param>
internal sealed record RuleUndoReport(int Overturned, int FailedSteps, int WaitingSteps, bool More);
