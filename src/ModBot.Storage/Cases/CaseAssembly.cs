using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Storage.Cases;

/// <summary>Builds cases from stored rows, and from judgements as they are stored.</summary>
internal sealed class CaseAssembly(EvidenceVault vault)
{
    /// <summary>Cases of one key whose messages were posted no further apart share an incident.</summary>
    public const long IncidentMilliseconds = 600_000;

    /// <summary>Puts cases together in the order of their rows.</summary>
    public IReadOnlyList<ModerationCase> Assemble(Snowflake guild, IReadOnlyList<CaseRow> cases, IEnumerable<ActionRow> actions, IEnumerable<ReviewRow> reviews)
    {
        ILookup<long, CaseAction> actionsOf = actions.ToLookup(row => row.CaseId, row => row.ToAction());
        ILookup<long, Review> reviewsOf = reviews.ToLookup(row => row.CaseId, row => row.ToReview());
        return [.. cases.Select(row => Assemble(guild, row, [.. actionsOf[row.CaseId]], [.. reviewsOf[row.CaseId]]))];
    }

    /// <summary>The case that a judgement opens, as a later read will give it.</summary>
    public static ModerationCase Open(Judgement judgement, long number, long incidentNumber, IReadOnlyList<CaseAction> actions) => new()
    {
        Number = number,
        Key = judgement.Key with { Revision = StoredValue.Of(judgement.Key.Revision) },
        ChannelId = judgement.ChannelId,
        AuthorId = judgement.AuthorId,
        AuthorName = StoredValue.Of(judgement.AuthorName),
        PostedAt = StoredValue.Time(StoredValue.Of(judgement.PostedAt)),
        OpenedAt = StoredValue.Time(StoredValue.Of(judgement.JudgedAt)),
        Disposition = judgement.Verdict.Disposition,
        Intended = judgement.Verdict.Intended,
        Categories = judgement.Verdict.Categories,
        Spam = judgement.Verdict.Spam,
        Rule = LeadingRule(judgement),
        Evidence = new CaseEvidence(judgement.Content, judgement.Verdict.Hits, judgement.Verdict.Mitigations, judgement.Verdict.Errors),
        RuleSetVersion = judgement.Verdict.RuleSetVersion,
        ModelVersion = StoredValue.Of(judgement.Verdict.ModelVersion),
        Private = judgement.Private,
        IncidentNumber = incidentNumber,
        Actions = actions,
    };

    /// <summary>An action of the case that a judgement opens, as a later read will give it.</summary>
    public static CaseAction Intend(Judgement judgement, long id, long number, RuleAction action) => new()
    {
        Id = id,
        GuildId = judgement.Key.GuildId,
        CaseNumber = number,
        Action = action,
        State = ActionState.Pending,
        DueAt = StoredValue.Time(StoredValue.Of(judgement.JudgedAt)),
        UpdatedAt = StoredValue.Time(StoredValue.Of(judgement.JudgedAt)),
    };

    /// <summary>The leading hit's rule; empty where nothing matched.</summary>
    public static string LeadingRule(Judgement judgement) => StoredValue.Of(judgement.Verdict.Leading?.Rule ?? "");

    private ModerationCase Assemble(Snowflake guild, in CaseRow row, IReadOnlyList<CaseAction> actions, IReadOnlyList<Review> reviews) => new()
    {
        Number = row.Number,
        Key = new MessageKey(guild, StoredValue.Snowflake(row.MessageId), row.Revision),
        ChannelId = StoredValue.Snowflake(row.ChannelId),
        AuthorId = StoredValue.Snowflake(row.AuthorId),
        AuthorName = row.AuthorName,
        PostedAt = StoredValue.Time(row.PostedAt),
        OpenedAt = StoredValue.Time(row.OpenedAt),
        Disposition = (Disposition)row.Disposition,
        Intended = (Disposition)row.Intended,
        Categories = new CategorySet((uint)row.Categories),
        Spam = row.Spam is { } spam ? (float)spam : float.NaN,
        Rule = row.Rule,
        Evidence = vault.Open(row.Protected, row.ExpiresAt),
        RuleSetVersion = (int)row.RuleSetVersion,
        ModelVersion = row.ModelVersion,
        Private = row.Private != 0,
        IncidentNumber = row.IncidentNumber,
        Card = row is { CardChannelId: { } channel, CardMessageId: { } message }
            ? new MessageReference(StoredValue.Snowflake(channel), StoredValue.Snowflake(message))
            : null,
        Actions = actions,
        Reviews = reviews,
    };
}
