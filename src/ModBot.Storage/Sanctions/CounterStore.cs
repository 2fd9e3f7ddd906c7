using System.Globalization;
using Dapper;
using ModBot.Core.Members;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Sanctions;

/// <summary>Counters, one row for each name and subject.</summary>
internal sealed class CounterStore(IDatabase database) : ICounterStore
{
    /// <summary>No guild's rules use as many of one subject; three subjects are asked for at once.</summary>
    private const int MaximumRead = 500;

    public Task<(double Value, double? Before)> ChangeAsync(CounterChange change, CancellationToken cancellationToken)
    {
        long subject = StoredValue.Of(change.Key.Subject);
        return database.WriteAsync(
            session =>
            {
                session.Serialize("counters", StoredValue.Of(change.Key.GuildId) ^ subject);
                var place = new { Guild = StoredValue.Of(change.Key.GuildId), Subject = subject, change.Key.Name };
                (double Value, long At)? row = session.Connection.QuerySingleOrDefault<(double, long)?>(
                    "SELECT value, changed_at FROM counters WHERE guild_id = @Guild AND subject_id = @Subject AND name = @Name", place);
                double before = row is { } known ? change.Spec.ValueAfter(known.Value, change.At - StoredValue.Time(known.At)) : 0;
                if (change.ActionId is { } action && !IsFirst(session, action, before))
                    return (before, (double?)null);
                double after = Math.Max(0, change.Set ?? (before + change.Add));
                session.Connection.Execute(
                    """
                    INSERT INTO counters (guild_id, subject_id, name, value, changed_at) VALUES (@Guild, @Subject, @Name, @Value, @At)
                    ON CONFLICT (guild_id, subject_id, name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at
                    """,
                    new { place.Guild, place.Subject, place.Name, Value = after, At = StoredValue.Of(change.At) });
                return (after, (double?)before);
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<CounterReading>> ReadAsync(Snowflake guild, IReadOnlyCollection<Snowflake> subjects, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<CounterReading>>(
            session =>
            [
                .. session.Connection.Query<(long Subject, string Name, double Value, long At)>(
                    $"SELECT subject_id, name, value, changed_at FROM counters WHERE guild_id = @Guild AND subject_id {session.Among("Subjects")} LIMIT @Limit",
                    new { Guild = StoredValue.Of(guild), Subjects = subjects.Select(StoredValue.Of).ToList(), Limit = MaximumRead })
                    .Select(row => new CounterReading(new CounterKey(guild, row.Name, StoredValue.Snowflake(row.Subject)), row.Value, StoredValue.Time(row.At))),
            ],
            cancellationToken);

    public Task<int> ResetAsync(Snowflake guild, Snowflake subject, string? name, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Connection.Execute(
            $"DELETE FROM counters WHERE guild_id = @Guild AND subject_id = @Subject{(name is null ? "" : " AND name = @Name")} AND value > 0",
            new { Guild = StoredValue.Of(guild), Subject = StoredValue.Of(subject), Name = name }),
        cancellationToken);

    /// <summary>The action keeps what was there before it, which also tells that it has been done.</summary>
    private static bool IsFirst(WritingSession session, long action, double before) => session.Connection.Execute(
        "UPDATE actions SET prior = @Prior WHERE action_id = @Id AND prior = ''",
        new { Id = action, Prior = before.ToString("R", CultureInfo.InvariantCulture) }) > 0;
}
