using ModBot.Core.Platform;

namespace ModBot.Discord.Rest;

/// <summary>Makes one outcome of many: done where all are, else the failure that is most worth another try, with the count.</summary>
internal sealed class FailureCount(int total)
{
    private int _failed;
    private ActionOutcome _worst = ActionOutcome.Done;

    public void Add(ActionOutcome outcome, int count)
    {
        if (outcome.IsDone)
            return;
        _failed += count;
        if (_worst.IsDone || outcome.MayRetry)
            _worst = outcome;
    }

    public ActionOutcome ToOutcome() =>
        _worst.IsDone ? ActionOutcome.Done : new ActionOutcome(_worst.Kind, $"{_failed} of {total} failed. {_worst.Detail}");
}
