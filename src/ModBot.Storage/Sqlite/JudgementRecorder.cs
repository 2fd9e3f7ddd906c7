using Microsoft.Data.Sqlite;
using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Storage.Cases;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Sqlite;

/// <summary>Stores judgements inside the group's transaction.</summary>
internal sealed class JudgementRecorder : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly JudgementTally tally;
    private readonly PreparedStatement isJudged;
    private readonly PreparedStatement addJudgement;
    private readonly PreparedStatement nextNumber;
    private readonly PreparedStatement findIncident;
    private readonly PreparedStatement addCase;
    private readonly PreparedStatement addEvidence;
    private readonly PreparedStatement addAction;

    /// <exception cref="SqliteException">The schema is not this program's.</exception>
    public JudgementRecorder(SqliteConnection connection, JudgementTally tally)
    {
        this.connection = connection;
        this.tally = tally;
        isJudged = new PreparedStatement(connection, "SELECT 1 FROM judgements WHERE message_id = ?1 AND guild_id = ?2 AND revision = ?3");
        addJudgement = new PreparedStatement(connection, """
            INSERT INTO judgements (message_id, guild_id, revision, sequence, channel_id, author_id, disposition, categories, spam, rule, judged_at, case_number)
            VALUES (?1, ?2, ?3, (SELECT coalesce(max(sequence), 0) + 1 FROM judgements WHERE message_id = ?1 AND guild_id = ?2), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            ON CONFLICT (message_id, guild_id, revision) DO NOTHING
            """);
        nextNumber = new PreparedStatement(connection, """
            INSERT INTO guilds (guild_id, last_case) VALUES (?1, 1)
            ON CONFLICT (guild_id) DO UPDATE SET last_case = last_case + 1
            RETURNING last_case
            """);
        findIncident = new PreparedStatement(connection, """
            SELECT incident_number FROM cases WHERE guild_id = ?1 AND incident_key = ?2 AND posted_at BETWEEN ?3 AND ?4
            ORDER BY posted_at DESC, case_id DESC LIMIT 1
            """);
        addCase = new PreparedStatement(connection, """
            INSERT INTO cases (guild_id, number, message_id, revision, channel_id, author_id, author_name, posted_at, opened_at, disposition,
                intended, categories, spam, rule, rule_set_version, model_version, private, incident_number, incident_key)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
            """);
        addEvidence = new PreparedStatement(connection, "INSERT INTO evidence (case_id, protected, expires_at) VALUES (?1, ?2, ?3)");
        addAction = new PreparedStatement(connection, "INSERT INTO actions (case_id, kind, action, updated_at, due_at, owner, lease_until) VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6)");
    }

    /// <summary>Stores a verdict that opens no case.</summary>
    /// <exception cref="SqliteException">It could not be stored; the group is to be rolled back.</exception>
    public RecordedJudgement RecordLog(Judgement judgement)
    {
        bool isNew = AddJudgement(judgement, null);
        if (isNew)
            tally.Add(judgement);
        return new RecordedJudgement(isNew, null);
    }

    /// <summary>Stores a verdict with its case, the case's evidence and what it intends to do.</summary>
    /// <exception cref="SqliteException">It could not be stored; the group is to be rolled back.</exception>
    public RecordedJudgement RecordCase(Judgement judgement, SealedEvidence evidence, ActionLease lease)
    {
        MessageKey key = judgement.Key;
        long guild = StoredValue.Of(key.GuildId);
        if (isJudged.Bind(1, StoredValue.Of(key.MessageId)).Bind(2, guild).Bind(3, StoredValue.Of(key.Revision)).RunForInteger() is not null)
            return new RecordedJudgement(false, null);
        long number = nextNumber.Bind(1, guild).RunForInteger()!.Value;
        AddJudgement(judgement, number);
        // Counters are of messages: a member's joining or renaming earns no standing.
        if (judgement.Key.IsMessage)
            tally.Add(judgement);

        long postedAt = StoredValue.Of(judgement.PostedAt);
        byte[]? incident = judgement.IncidentKey is { } name ? StoredValue.IncidentKey(name) : null;
        long incidentNumber = incident is null ? number : FindIncident(guild, incident, postedAt) ?? number;
        addCase.Bind(1, guild).Bind(2, number).Bind(3, StoredValue.Of(key.MessageId)).Bind(4, StoredValue.Of(key.Revision))
            .Bind(5, StoredValue.Of(judgement.ChannelId)).Bind(6, StoredValue.Of(judgement.AuthorId)).Bind(7, StoredValue.Of(judgement.AuthorName))
            .Bind(8, postedAt).Bind(9, StoredValue.Of(judgement.JudgedAt))
            .Bind(10, (long)judgement.Verdict.Disposition).Bind(11, (long)judgement.Verdict.Intended).Bind(12, (long)judgement.Verdict.Categories.Bits)
            .Bind(13, (double)judgement.Verdict.Spam).Bind(14, CaseAssembly.LeadingRule(judgement))
            .Bind(15, (long)judgement.Verdict.RuleSetVersion).Bind(16, StoredValue.Of(judgement.Verdict.ModelVersion))
            .Bind(17, judgement.Private ? 1L : 0L).Bind(18, incidentNumber).Bind(19, incident)
            .Run();
        long caseId = LastRow();
        addEvidence.Bind(1, caseId).Bind(2, evidence.Protected).Bind(3, StoredValue.Of(evidence.ExpiresAt)).Run();
        return new RecordedJudgement(true, CaseAssembly.Open(judgement, number, incidentNumber, AddActions(judgement, caseId, number, lease)));
    }

    public void Dispose()
    {
        foreach (PreparedStatement statement in (PreparedStatement[])[isJudged, addJudgement, nextNumber, findIncident, addCase, addEvidence, addAction])
            statement.Dispose();
    }

    private bool AddJudgement(Judgement judgement, long? caseNumber)
    {
        MessageKey key = judgement.Key;
        return addJudgement.Bind(1, StoredValue.Of(key.MessageId)).Bind(2, StoredValue.Of(key.GuildId)).Bind(3, StoredValue.Of(key.Revision))
            .Bind(4, StoredValue.Of(judgement.ChannelId)).Bind(5, StoredValue.Of(judgement.AuthorId))
            .Bind(6, (long)judgement.Verdict.Disposition).Bind(7, (long)judgement.Verdict.Categories.Bits).Bind(8, (double)judgement.Verdict.Spam)
            .Bind(9, CaseAssembly.LeadingRule(judgement)).Bind(10, StoredValue.Of(judgement.JudgedAt)).Bind(11, caseNumber)
            .Run() > 0;
    }

    private long? FindIncident(long guild, byte[] incident, long postedAt) =>
        findIncident.Bind(1, guild).Bind(2, incident).Bind(3, postedAt - CaseAssembly.IncidentMilliseconds).Bind(4, postedAt + CaseAssembly.IncidentMilliseconds).RunForInteger();

    private CaseAction[] AddActions(Judgement judgement, long caseId, long number, ActionLease lease)
    {
        IReadOnlyList<RuleAction> wanted = judgement.Verdict.Actions;
        var actions = new CaseAction[wanted.Count];
        for (int i = 0; i < actions.Length; i++)
        {
            RuleAction action = wanted[i];
            addAction.Bind(1, caseId).Bind(2, ActionRegistry.BuiltIn.Of(action.Kind).Id).Bind(3, RuleActionJson.WriteText(action)).Bind(4, StoredValue.Of(judgement.JudgedAt))
                .Bind(5, lease.Owner).Bind(6, StoredValue.Of(lease.Until)).Run();
            actions[i] = CaseAssembly.Intend(judgement, LastRow(), number, action);
        }

        return actions;
    }

    private long LastRow() => SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle!);
}
