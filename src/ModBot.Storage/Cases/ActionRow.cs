using System.Text.Json;
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

    /// <summary>As <see cref="RuleActionJson"/> writes it.</summary>
    public string Action { get; init; }

    public long State { get; init; }

    public string Detail { get; init; }

    public long Attempts { get; init; }

    public long DueAt { get; init; }

    public long Notice { get; init; }

    public long UpdatedAt { get; init; }

    public long? Cause { get; init; }

    public string Prior { get; init; }

    /// <exception cref="StorageException">This program knows no such action.</exception>
    public readonly CaseAction ToAction() => new()
    {
        Id = ActionId,
        GuildId = StoredValue.Snowflake(GuildId),
        CaseNumber = Number,
        Action = Parse(Action),
        State = (ActionState)State,
        Detail = Detail,
        Attempts = (int)Attempts,
        DueAt = StoredValue.Time(DueAt),
        IsToBeTold = Notice == 1,
        UpdatedAt = StoredValue.Time(UpdatedAt),
        Cause = Cause,
        Prior = Prior,
    };

    private static RuleAction Parse(string action)
    {
        try
        {
            return RuleActionJson.ReadText(action);
        }
        catch (JsonException fault)
        {
            throw new StorageException(StorageFault.Unreadable, $"A stored action cannot be read by this ModBot; a newer one stored it: {fault.Message}", fault);
        }
    }
}
