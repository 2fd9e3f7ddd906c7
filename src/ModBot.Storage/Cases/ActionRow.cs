using ModBot.Core.Cases;
using ModBot.Core.Rules;

namespace ModBot.Storage.Cases;

/// <summary>An action with the case it belongs to.</summary>
internal struct ActionRow
{
    public long ActionId { get; init; }

    public long CaseId { get; init; }

    public long GuildId { get; init; }

    public long Number { get; init; }

    public string Kind { get; init; }

    public long Amount { get; init; }

    public long State { get; init; }

    public string Detail { get; init; }

    public long Attempts { get; init; }

    public readonly CaseAction ToAction() => new()
    {
        Id = ActionId,
        GuildId = StoredValue.Snowflake(GuildId),
        CaseNumber = Number,
        Action = new RuleAction(ActionKindName.Parse(Kind), Amount),
        State = (ActionState)State,
        Detail = Detail,
        Attempts = (int)Attempts,
    };
}
