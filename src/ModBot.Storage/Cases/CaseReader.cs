using Dapper;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Cases;

/// <summary>Reads cases with all that belongs to them.</summary>
internal sealed class CaseReader(CaseAssembly assembly)
{
    private const string SelectCases = """
        SELECT c.case_id AS CaseId, number AS Number, message_id AS MessageId, revision AS Revision, channel_id AS ChannelId, author_id AS AuthorId,
            author_name AS AuthorName, posted_at AS PostedAt, opened_at AS OpenedAt, disposition AS Disposition, intended AS Intended,
            categories AS Categories, spam AS Spam, rule AS Rule, rule_set_version AS RuleSetVersion, model_version AS ModelVersion,
            private AS Private, incident_number AS IncidentNumber, card_channel_id AS CardChannelId, card_message_id AS CardMessageId,
            e.protected AS Protected, e.expires_at AS ExpiresAt
        FROM cases c LEFT JOIN evidence e ON e.case_id = c.case_id
        """;

    internal const string SelectActions = """
        SELECT a.action_id AS ActionId, a.case_id AS CaseId, c.guild_id AS GuildId, c.number AS Number, a.action AS Action,
            a.state AS State, a.detail AS Detail, a.attempts AS Attempts, a.due_at AS DueAt, a.notice AS Notice,
            a.updated_at AS UpdatedAt, a.cause AS Cause, a.prior AS Prior
        FROM actions a JOIN cases c ON c.case_id = a.case_id
        """;

    private const string SelectReviews = """
        SELECT case_id AS CaseId, decision AS Decision, moderator_id AS ModeratorId, moderator_name AS ModeratorName, reason AS Reason, reviewed_at AS ReviewedAt
        FROM reviews
        """;

    public ModerationCase? Get(ReadingSession session, Snowflake guild, long number) =>
        Read(session, guild, "WHERE guild_id = @Guild AND number = @Number", new { Guild = StoredValue.Of(guild), Number = number })
            .SingleOrDefault();

    public IReadOnlyList<ModerationCase> List(ReadingSession session, CaseQuery query)
    {
        string where = "WHERE guild_id = @Guild"
            + (query.Before is null ? "" : " AND number < @Before")
            + (query.Disposition is null ? "" : " AND disposition = @Disposition")
            + (query.AuthorId is null ? "" : " AND author_id = @Author")
            + (query.Rule is null ? "" : " AND rule = @Rule")
            + (query.IncludePrivate ? "" : " AND private = 0");
        var parameters = new
        {
            Guild = StoredValue.Of(query.GuildId),
            query.Before,
            Disposition = (long?)query.Disposition,
            Author = query.AuthorId is { } author ? StoredValue.Of(author) : (long?)null,
            Rule = query.Rule is { } rule ? StoredValue.Of(rule) : null,
            query.Limit,
        };
        return Read(session, query.GuildId, $"{where} ORDER BY number DESC LIMIT @Limit", parameters);
    }

    /// <summary>Those of these numbers, in no order.</summary>
    public IReadOnlyList<ModerationCase> ListByNumber(ReadingSession session, Snowflake guild, IReadOnlyCollection<long> numbers) =>
        Read(session, guild, $"WHERE guild_id = @Guild AND number {session.Among("Numbers")}", new { Guild = StoredValue.Of(guild), Numbers = numbers });

    private IReadOnlyList<ModerationCase> Read(ReadingSession session, Snowflake guild, string where, object parameters)
    {
        (List<CaseRow> cases, IEnumerable<ActionRow> actions, IEnumerable<ReviewRow> reviews) = session.Snapshot(() =>
        {
            List<CaseRow> cases = session.Connection.Query<CaseRow>($"{SelectCases} {where}", parameters).AsList();
            var ids = new { Ids = cases.ConvertAll(row => row.CaseId) };
            return (
                cases,
                session.Connection.Query<ActionRow>($"{SelectActions} WHERE a.case_id {session.Among("Ids")} ORDER BY a.action_id", ids),
                session.Connection.Query<ReviewRow>($"{SelectReviews} WHERE case_id {session.Among("Ids")} ORDER BY review_id", ids));
        });
        return assembly.Assemble(guild, cases, actions, reviews);
    }
}
