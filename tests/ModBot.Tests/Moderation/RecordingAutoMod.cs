using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Tests.Moderation;

/// <summary>AutoMod's rules in memory.</summary>
internal sealed class RecordingAutoMod : IAutoModeration
{
    public List<AutoModRule> Rules { get; } = [];

    public ActionOutcome Answer { get; set; } = ActionOutcome.Done;

    public Task<(ActionOutcome Outcome, IReadOnlyList<AutoModRule> Rules)> ListAsync(Snowflake guild, CancellationToken cancellationToken) =>
        Task.FromResult<(ActionOutcome, IReadOnlyList<AutoModRule>)>((Answer, Answer.IsDone ? [.. Rules] : []));

    public Task<(ActionOutcome Outcome, AutoModRule? Rule)> SaveAsync(Snowflake guild, AutoModRule rule, string reason, CancellationToken cancellationToken)
    {
        AutoModRule saved = rule with { Id = rule.Id ?? new Snowflake(9_000 + (ulong)Rules.Count) };
        Rules.RemoveAll(known => known.Id == saved.Id);
        Rules.Add(saved);
        return Task.FromResult<(ActionOutcome, AutoModRule?)>((Answer, saved));
    }

    public Task<ActionOutcome> DeleteAsync(Snowflake guild, Snowflake rule, string reason, CancellationToken cancellationToken)
    {
        Rules.RemoveAll(known => known.Id == rule);
        return Task.FromResult(Answer);
    }
}
