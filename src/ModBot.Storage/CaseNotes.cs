using Dapper;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Storage.Engines;

namespace ModBot.Storage;

/// <summary>Notes; the schema itself refuses to change one.</summary>
internal sealed class CaseNotes(IDatabase database) : ICaseNotes
{
    private const int Most = 500;

    public Task<bool> AddAsync(Snowflake guild, long number, CaseNote note, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(note.Text) || note.Text.Length > CaseNote.MaximumText)
            throw new ArgumentException($"A note has 1 to {CaseNote.MaximumText} characters.", nameof(note));
        var parameters = new
        {
            Guild = StoredValue.Of(guild),
            Number = number,
            Moderator = StoredValue.Of(note.ModeratorId),
            Name = StoredValue.Of(note.ModeratorName),
            Text = StoredValue.Of(note.Text),
            At = StoredValue.Of(note.At),
        };
        return database.WriteAsync(
            session => session.Connection.Execute(
                """
                INSERT INTO notes (case_id, moderator_id, moderator_name, text, noted_at)
                SELECT case_id, @Moderator, @Name, @Text, @At FROM cases WHERE guild_id = @Guild AND number = @Number
                """,
                parameters) > 0
                && session.Connection.Execute("UPDATE cases SET index_due = index_due + 1 WHERE guild_id = @Guild AND number = @Number", parameters) > 0,
            cancellationToken);
    }

    public Task<IReadOnlyList<CaseNote>> ListAsync(Snowflake guild, long number, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<CaseNote>>(
        session =>
        [
            .. session.Connection.Query<NoteRow>(
                """
                SELECT n.moderator_id AS ModeratorId, n.moderator_name AS ModeratorName, n.text AS Text, n.noted_at AS NotedAt
                FROM notes n JOIN cases c ON c.case_id = n.case_id WHERE c.guild_id = @Guild AND c.number = @Number ORDER BY n.note_id LIMIT @Most
                """,
                new { Guild = StoredValue.Of(guild), Number = number, Most }).Select(row => new CaseNote(StoredValue.Snowflake(row.ModeratorId), row.ModeratorName, row.Text, StoredValue.Time(row.NotedAt))),
        ],
        cancellationToken);

    private sealed class NoteRow
    {
        public long ModeratorId { get; init; }

        public string ModeratorName { get; init; } = "";

        public string Text { get; init; } = "";

        public long NotedAt { get; init; }
    }
}
