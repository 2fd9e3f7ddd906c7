using Dapper;
using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Cases;

/// <summary>Leases on the rows of the table actions.</summary>
internal sealed class ActionOutbox(IDatabase database, IModerationLog log, IProcessPresence presence, TimeProvider time) : IActionOutbox
{
    private const int MaximumStanding = 200;

    private const string Open = "(state = 0 OR notice = 1)";

    /// <exception cref="ArgumentOutOfRangeException">The limit is not within 1..1,000.</exception>
    public async Task<IReadOnlyList<DueCase>> ListDueAsync(long after, int limit, CancellationToken cancellationToken)
    {
        StoredLimit.Check(limit, 1_000);
        var parameters = new { After = after, Now = StoredValue.Of(time.GetUtcNow()), Dead = await FindDeadAsync(cancellationToken), Limit = limit };
        return await database.ReadAsync<IReadOnlyList<DueCase>>(
            session =>
            [
                .. session.Connection.Query<(long Position, long Guild, long Number)>(
                    $"""
                    SELECT max(a.action_id), c.guild_id, c.number FROM actions a JOIN cases c ON c.case_id = a.case_id
                    WHERE {Open} AND due_at <= @Now AND a.action_id > @After AND {IsFree(session)}
                    GROUP BY a.case_id, c.guild_id, c.number ORDER BY max(a.action_id) LIMIT @Limit
                    """,
                    parameters).Select(row => new DueCase(row.Position, StoredValue.Snowflake(row.Guild), row.Number)),
            ],
            cancellationToken);
    }

    public async Task<ModerationCase?> ClaimAsync(Snowflake guild, long number, CancellationToken cancellationToken)
    {
        long own = await presence.JoinAsync(cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        var parameters = new
        {
            Guild = StoredValue.Of(guild),
            Number = number,
            Now = StoredValue.Of(now),
            Until = StoredValue.Of(now + IActionOutbox.Lease),
            Own = own,
            Dead = await FindDeadAsync(cancellationToken),
        };
        HashSet<long> claimed = await database.WriteAsync(
            session => session.Connection.Query<long>(
                $"""
                UPDATE actions SET owner = @Own, lease_until = @Until
                WHERE case_id = (SELECT case_id FROM cases WHERE guild_id = @Guild AND number = @Number) AND {Open} AND due_at <= @Now AND {IsFree(session)}
                RETURNING action_id
                """,
                parameters).ToHashSet(),
            cancellationToken);
        return claimed.Count > 0 && await log.GetCaseAsync(guild, number, cancellationToken) is { } found ? found with { Claimed = claimed } : null;
    }

    public async Task RenewAsync(IReadOnlyCollection<long> actionIds, CancellationToken cancellationToken)
    {
        var parameters = new { Ids = actionIds, Own = await presence.JoinAsync(cancellationToken), Until = StoredValue.Of(time.GetUtcNow() + IActionOutbox.Lease) };
        await database.WriteAsync(
            session => session.Connection.Execute($"UPDATE actions SET lease_until = @Until WHERE action_id {session.Among("Ids")} AND owner = @Own", parameters),
            cancellationToken);
    }

    public async Task EndAsync(ActionEnd end, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Id = end.ActionId,
            State = (long)end.State,
            Detail = StoredValue.Of(end.Detail),
            At = StoredValue.Of(end.At),
            DueAt = StoredValue.Of(end.RetryAt ?? end.At),
            Notice = end.Tell ? 1L : 0L,
            Own = await presence.JoinAsync(cancellationToken),
        };
        bool exists = await database.WriteAsync(
            session =>
                session.Connection.Execute(
                    // What waits to be told stays leased: this process tells it next.
                    $"""
                    UPDATE actions SET state = @State, detail = @Detail, attempts = attempts + 1, updated_at = @At, due_at = @DueAt, notice = @Notice,
                        owner = CASE WHEN @Notice = 1 THEN owner ELSE 0 END
                    WHERE action_id = @Id AND state = 0 AND (owner = @Own OR owner = 0 OR @State = {(int)ActionState.Done})
                    """,
                    parameters) > 0
                || session.Connection.ExecuteScalar<long>("SELECT count(*) FROM actions WHERE action_id = @Id", parameters) > 0,
            cancellationToken);
        if (!exists)
            throw new ArgumentException($"There is no action {end.ActionId}.", nameof(end));
    }

    public Task FollowAsync(Snowflake guild, long number, IReadOnlyCollection<FollowUp> followUps, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            FollowUps.Add(session, guild, number, followUps, time.GetUtcNow());
            return followUps.Count;
        },
        cancellationToken);

    public Task DropFollowUpsAsync(long cause, string why, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Connection.Execute(
            $"UPDATE actions SET state = {(int)ActionState.Failed}, detail = @Why, updated_at = @At, owner = 0 WHERE cause = @Cause AND state = 0",
            new { Cause = cause, Why = StoredValue.Of(why), At = StoredValue.Of(time.GetUtcNow()) }),
        cancellationToken);

    public async Task<bool> CancelAsync(long actionId, string why, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        var parameters = new { Id = actionId, Why = StoredValue.Of(why), Now = StoredValue.Of(now), Dead = await FindDeadAsync(cancellationToken) };
        return await database.WriteAsync(
            session => session.Connection.Execute(
                $"UPDATE actions SET state = {(int)ActionState.Failed}, detail = @Why, updated_at = @Now, owner = 0 WHERE action_id = @Id AND state = 0 AND {IsFree(session)}", parameters) > 0,
            cancellationToken);
    }

    public Task<string> NoteAsync(long actionId, string prior, CancellationToken cancellationToken)
    {
        var parameters = new { Id = actionId, Prior = StoredValue.Of(prior) };
        return database.WriteAsync(
            session =>
            {
                session.Connection.Execute("UPDATE actions SET prior = @Prior WHERE action_id = @Id AND prior = ''", parameters);
                return session.Connection.QuerySingleOrDefault<string>("SELECT prior FROM actions WHERE action_id = @Id", parameters) ?? "";
            },
            cancellationToken);
    }

    public Task ClearNoteAsync(long actionId, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Connection.Execute("UPDATE actions SET prior = '' WHERE action_id = @Id", new { Id = actionId }), cancellationToken);

    public Task<IReadOnlyList<CaseAction>> ListStandingAsync(Snowflake guild, ActionKind kind, Snowflake? author, CancellationToken cancellationToken)
    {
        // The kinds stand in the statement itself, where an index of some kinds can be chosen by them.
        string own = ActionRegistry.BuiltIn.Of(kind).Id;
        string takeBack = ActionRegistry.BuiltIn.Of(ActionKind.TakeBack).Id;
        string sql = $"""
            {CaseReader.SelectActions}
            WHERE c.guild_id = @Guild{(author is null ? "" : " AND c.author_id = @Author")} AND a.kind = '{own}' AND a.state = {(int)ActionState.Done}
                AND NOT EXISTS (SELECT 1 FROM actions t WHERE t.cause = a.action_id AND t.kind = '{takeBack}' AND t.state = {(int)ActionState.Done})
            ORDER BY a.action_id DESC LIMIT {MaximumStanding}
            """;
        return database.ReadAsync<IReadOnlyList<CaseAction>>(
            session => [.. session.Connection.Query<ActionRow>(sql, new { Guild = StoredValue.Of(guild), Author = author is { } member ? StoredValue.Of(member) : 0 }).Reverse().Select(row => row.ToAction())],
            cancellationToken);
    }

    public Task MarkToldAsync(IReadOnlyCollection<long> actionIds, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Connection.Execute($"UPDATE actions SET notice = 2, owner = 0 WHERE action_id {session.Among("Ids")} AND notice = 1", new { Ids = actionIds }),
        cancellationToken);

    /// <summary>Nobody's, or left by a process that is late or dead.</summary>
    private static string IsFree(DatabaseSession session) => $"(owner = 0 OR lease_until <= @Now OR owner {session.Among("Dead")})";

    /// <summary>Whose leases need not be waited for. The owners are read before it is asked who lives: one that came in between is no dead one.</summary>
    private async Task<IReadOnlyCollection<long>> FindDeadAsync(CancellationToken cancellationToken)
    {
        long own = await presence.JoinAsync(cancellationToken);
        List<long> owners = await database.ReadAsync(
            session => session.Connection.Query<long>($"SELECT DISTINCT owner FROM actions WHERE {Open} AND owner <> 0 AND owner <> @Own", new { Own = own }).AsList(),
            cancellationToken);
        return owners.Count == 0 ? owners : [.. owners.Except(await presence.LivingAsync(cancellationToken))];
    }
}
