using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ModBot.Storage.Sqlite;

/// <summary>
/// A statement that is compiled once and run for every message. It binds without boxing and never sleeps on its own, which
/// an ADO.NET command would do; what runs rarely goes through Dapper instead.
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <exception cref="SqliteException">The SQL does not compile.</exception>
    public PreparedStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement), database);
    }

    /// <param name="position">1-based, as in <c>?1</c>.</param>
    public PreparedStatement Bind(int position, long value)
    {
        Check(raw.sqlite3_bind_int64(statement, position, value));
        return this;
    }

    public PreparedStatement Bind(int position, long? value)
    {
        Check(value is { } present ? raw.sqlite3_bind_int64(statement, position, present) : raw.sqlite3_bind_null(statement, position));
        return this;
    }

    /// <summary>Binds a number; not-a-number becomes null, which is all SQLite can make of it.</summary>
    public PreparedStatement Bind(int position, double value)
    {
        Check(double.IsNaN(value) ? raw.sqlite3_bind_null(statement, position) : raw.sqlite3_bind_double(statement, position, value));
        return this;
    }

    public PreparedStatement Bind(int position, byte[]? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(statement, position) : raw.sqlite3_bind_blob(statement, position, value));
        return this;
    }

    public PreparedStatement Bind(int position, string value)
    {
        if (value.Length == 0)
        {
            // An empty span has no address, and SQLite reads none as null.
            Check(raw.sqlite3_bind_text(statement, position, ""));
            return this;
        }

        byte[]? rented = null;
        int room = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> bytes = room <= 512 ? stackalloc byte[512] : rented = ArrayPool<byte>.Shared.Rent(room);
        int length = Encoding.UTF8.GetBytes(value, bytes);
        int result = raw.sqlite3_bind_text(statement, position, bytes[..length]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        Check(result);
        return this;
    }

    /// <summary>Runs the statement to its end.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        Step();
        int changes = raw.sqlite3_changes(database);
        Reset();
        return changes;
    }

    /// <summary>Runs the statement and gives the first row's first column; null where that is null or there is no row.</summary>
    public long? RunForInteger()
    {
        long? result = Step() && !IsNull(0) ? raw.sqlite3_column_int64(statement, 0) : null;
        Reset();
        return result;
    }

    /// <summary>True where there is a row (another one); its columns can then be read.</summary>
    public bool Step()
    {
        int result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW)
            return true;
        if (result == raw.SQLITE_DONE)
            return false;
        var exception = new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result & 0xFF, raw.sqlite3_extended_errcode(database));
        Reset();
        throw exception;
    }

    /// <param name="column">0-based.</param>
    public long Integer(int column) => raw.sqlite3_column_int64(statement, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public double Number(int column) => raw.sqlite3_column_double(statement, column);

    /// <summary>Valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <summary>Makes it ready for the next run and lets go of its locks.</summary>
    public void Reset()
    {
        // The code repeats the failure that Step reported.
        _ = raw.sqlite3_reset(statement);
    }

    public void Dispose() => statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
