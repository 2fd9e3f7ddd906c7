using Npgsql;

namespace ModBot.Storage.PostgreSql;

/// <summary>Statements that take whole columns: <c>unnest($1::bigint[], …)</c> makes rows of them again.</summary>
internal static class ColumnCommand
{
    public static NpgsqlBatchCommand Of(string sql, params ReadOnlySpan<NpgsqlParameter> columns)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (NpgsqlParameter column in columns)
            command.Parameters.Add(column);
        return command;
    }

    public static NpgsqlParameter Column<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value)
    {
        var values = new TValue[rows.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = value(rows[i]);
        return new NpgsqlParameter<TValue[]> { TypedValue = values };
    }

    /// <summary>Runs the statements in one round trip, all in the connection's transaction.</summary>
    public static async Task RunAsync(NpgsqlConnection connection, params NpgsqlBatchCommand[] commands)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (NpgsqlBatchCommand command in commands)
            batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>Runs the statements in one round trip and reads the rows of the one that gives some.</summary>
    public static async Task<List<TRow>> ReadAsync<TRow>(NpgsqlConnection connection, Func<NpgsqlDataReader, TRow> read, params NpgsqlBatchCommand[] commands)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (NpgsqlBatchCommand command in commands)
            batch.BatchCommands.Add(command);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync();
        var rows = new List<TRow>();
        do
        {
            while (await reader.ReadAsync())
                rows.Add(read(reader));
        }
        while (await reader.NextResultAsync());
        return rows;
    }
}
