using System.Runtime.InteropServices;
using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Rules;
using ModBot.Storage.Cases;
using ModBot.Storage.Engines;
using Npgsql;
using static ModBot.Storage.PostgreSql.ColumnCommand;

namespace ModBot.Storage.PostgreSql;

/// <summary>Stores the cases of a group of judgements, with evidence and actions. The guilds' rows are locked by then.</summary>
/// <param name="connection">Inside the group's transaction.</param>
/// <param name="writes">New judgements with evidence, in the order of their keys.</param>
/// <param name="lastCases">Each guild's last case number, those of this group included.</param>
internal sealed class CaseGroup(NpgsqlConnection connection, IReadOnlyList<RecordWrite> writes, IReadOnlyDictionary<long, long> lastCases)
{
    private readonly List<CaseEntry> cases = [];
    private readonly List<ActionEntry> actions = [];
    private readonly Dictionary<(long Guild, string Key), List<CaseEntry>?> byIncident = [];

    /// <exception cref="NpgsqlException">Nothing is to be committed.</exception>
    public async Task StoreAsync()
    {
        await PrepareAsync();
        await RunAsync(connection, InsertCases(), InsertEvidence(), InsertActions(), NumberJudgements());
        ILookup<long, ActionEntry> actionsOf = actions.ToLookup(action => action.CaseId);
        foreach (CaseEntry entry in cases)
        {
            CaseAction[] own = [.. actionsOf[entry.Id].Select(action => CaseAssembly.Intend(entry.Judgement, action.Id, entry.Number, action.Action))];
            entry.Write.Result = new RecordedJudgement(true, CaseAssembly.Open(entry.Judgement, entry.Number, entry.Incident, own));
        }
    }

    /// <summary>Takes ids and finds incidents.</summary>
    private async Task PrepareAsync()
    {
        int actionCount = writes.Sum(write => write.Judgement.Verdict.Actions.Count);
        byte[]?[] keys = [.. writes.Select(write => write.Judgement.IncidentKey is { } name ? StoredValue.IncidentKey(name) : null)];
        List<(long Kind, long First, long Second)> rows = await ReadAsync(
            connection,
            reader => (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)),
            Of("SELECT -1::bigint, nextval(pg_get_serial_sequence('cases', 'case_id')), 0::bigint FROM generate_series(1, $1)", new NpgsqlParameter<int> { TypedValue = writes.Count }),
            Of("SELECT -2::bigint, nextval(pg_get_serial_sequence('actions', 'action_id')), 0::bigint FROM generate_series(1, $1)", new NpgsqlParameter<int> { TypedValue = actionCount }),
            Of(
                $"""
                SELECT q.n - 1, c.incident_number, c.posted_at
                FROM unnest($1::bigint[], $2::bytea[], $3::bigint[]) WITH ORDINALITY AS q (guild_id, incident_key, posted_at, n)
                CROSS JOIN LATERAL (
                    SELECT incident_number, posted_at FROM cases
                    WHERE guild_id = q.guild_id AND incident_key = q.incident_key
                        AND posted_at BETWEEN q.posted_at - {CaseAssembly.IncidentMilliseconds} AND q.posted_at + {CaseAssembly.IncidentMilliseconds}
                    ORDER BY posted_at DESC, case_id DESC LIMIT 1) c
                """,
                Column(writes, write => write.Key.Guild),
                Column(keys, key => key),
                Column(writes, write => StoredValue.Of(write.Judgement.PostedAt))));
        var caseIds = new Queue<long>(rows.Where(row => row.Kind == -1).Select(row => row.First));
        var actionIds = new Queue<long>(rows.Where(row => row.Kind == -2).Select(row => row.First));
        var incidents = rows.Where(row => row.Kind >= 0).ToDictionary(row => (int)row.Kind, row => (Number: row.First, PostedAt: row.Second));
        Dictionary<long, long> next = writes.GroupBy(write => write.Key.Guild).ToDictionary(guild => guild.Key, guild => lastCases[guild.Key] - guild.Count());
        for (int i = 0; i < writes.Count; i++)
        {
            long number = ++CollectionsMarshal.GetValueRefOrNullRef(next, writes[i].Key.Guild);
            Enter(writes[i], keys[i], caseIds.Dequeue(), number, incidents.TryGetValue(i, out var known) ? known : null, actionIds);
        }
    }

    private void Enter(RecordWrite write, byte[]? key, long id, long number, (long Number, long PostedAt)? known, Queue<long> actionIds)
    {
        long postedAt = StoredValue.Of(write.Judgement.PostedAt);
        List<CaseEntry>? alike = key is null ? null : CollectionsMarshal.GetValueRefOrAddDefault(byIncident, (write.Key.Guild, Convert.ToHexString(key)), out _) ??= [];
        CaseEntry? near = alike?.Where(other => Math.Abs(other.PostedAt - postedAt) <= CaseAssembly.IncidentMilliseconds).MaxBy(other => (other.PostedAt, other.Id));
        long incident = near is not null && (known is null || near.PostedAt >= known.Value.PostedAt) ? near.Incident : known?.Number ?? number;
        var entry = new CaseEntry(write, key, id, number, incident, postedAt);
        cases.Add(entry);
        alike?.Add(entry);
        foreach (RuleAction action in write.Judgement.Verdict.Actions)
            actions.Add(new ActionEntry(actionIds.Dequeue(), id, action, StoredValue.Of(write.Judgement.JudgedAt), write.Lease));
    }

    private NpgsqlBatchCommand InsertCases() => Of(
        """
        INSERT INTO cases (case_id, guild_id, number, message_id, revision, channel_id, author_id, author_name, posted_at, opened_at, disposition,
            intended, categories, spam, rule, rule_set_version, model_version, private, incident_number, incident_key)
        SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::bigint[], $7::bigint[], $8::text[], $9::bigint[], $10::bigint[], $11::bigint[],
            $12::bigint[], $13::bigint[], $14::double precision[], $15::text[], $16::bigint[], $17::text[], $18::bigint[], $19::bigint[], $20::bytea[])
        """,
        Column(cases, entry => entry.Id),
        Column(cases, entry => entry.Write.Key.Guild),
        Column(cases, entry => entry.Number),
        Column(cases, entry => entry.Write.Key.Message),
        Column(cases, entry => entry.Write.Key.Revision),
        Column(cases, entry => StoredValue.Of(entry.Judgement.ChannelId)),
        Column(cases, entry => StoredValue.Of(entry.Judgement.AuthorId)),
        Column(cases, entry => StoredValue.Of(entry.Judgement.AuthorName)),
        Column(cases, entry => entry.PostedAt),
        Column(cases, entry => StoredValue.Of(entry.Judgement.JudgedAt)),
        Column(cases, entry => (long)entry.Judgement.Verdict.Disposition),
        Column(cases, entry => (long)entry.Judgement.Verdict.Intended),
        Column(cases, entry => (long)entry.Judgement.Verdict.Categories.Bits),
        Column(cases, entry => StoredValue.Score(entry.Judgement.Verdict.Spam)),
        Column(cases, entry => CaseAssembly.LeadingRule(entry.Judgement)),
        Column(cases, entry => (long)entry.Judgement.Verdict.RuleSetVersion),
        Column(cases, entry => StoredValue.Of(entry.Judgement.Verdict.ModelVersion)),
        Column(cases, entry => entry.Judgement.Private ? 1L : 0L),
        Column(cases, entry => entry.Incident),
        Column(cases, entry => entry.Key));

    private NpgsqlBatchCommand InsertEvidence() => Of(
        "INSERT INTO evidence (case_id, protected, expires_at) SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bigint[])",
        Column(cases, entry => entry.Id),
        Column(cases, entry => entry.Write.Evidence!.Protected),
        Column(cases, entry => StoredValue.Of(entry.Write.Evidence!.ExpiresAt)));

    private NpgsqlBatchCommand InsertActions() => Of(
        """
        INSERT INTO actions (action_id, case_id, kind, action, updated_at, due_at, owner, lease_until)
        SELECT q.action_id, q.case_id, q.kind, q.action, q.at, q.at, q.owner, q.until
        FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[]) AS q (action_id, case_id, kind, action, at, owner, until)
        """,
        Column(actions, action => action.Id),
        Column(actions, action => action.CaseId),
        Column(actions, action => ActionRegistry.BuiltIn.Of(action.Action.Kind).Id),
        Column(actions, action => RuleActionJson.WriteText(action.Action)),
        Column(actions, action => action.At),
        Column(actions, action => action.Lease.Owner),
        Column(actions, action => StoredValue.Of(action.Lease.Until)));

    private NpgsqlBatchCommand NumberJudgements() => Of(
        """
        UPDATE judgements j SET case_number = q.number
        FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[]) AS q (message_id, guild_id, revision, number)
        WHERE j.message_id = q.message_id AND j.guild_id = q.guild_id AND j.revision = q.revision
        """,
        Column(cases, entry => entry.Write.Key.Message),
        Column(cases, entry => entry.Write.Key.Guild),
        Column(cases, entry => entry.Write.Key.Revision),
        Column(cases, entry => entry.Number));

    private sealed record CaseEntry(RecordWrite Write, byte[]? Key, long Id, long Number, long Incident, long PostedAt)
    {
        public Judgement Judgement => Write.Judgement;
    }

    private sealed record ActionEntry(long Id, long CaseId, RuleAction Action, long At, ActionLease Lease);
}
