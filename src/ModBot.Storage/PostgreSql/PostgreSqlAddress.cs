using Npgsql;

namespace ModBot.Storage.PostgreSql;

/// <summary>A checked connection string with what this store needs set in it.</summary>
internal sealed class PostgreSqlAddress
{
    private PostgreSqlAddress(NpgsqlConnectionStringBuilder settings)
    {
        ConnectionString = settings.ConnectionString;
        LastingConnectionString = new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, KeepAlive = 0 }.ConnectionString;
        Location = $"{settings.Host}{(settings.Host!.StartsWith('/') ? "" : $":{settings.Port}")}/{settings.Database}";
    }

    /// <summary>Holds the password.</summary>
    public string ConnectionString { get; }

    /// <summary>The same for a connection that is never given back.</summary>
    public string LastingConnectionString { get; }

    /// <summary>Server and database, for people.</summary>
    public string Location { get; }

    /// <summary>Reads a connection string as Npgsql takes it.</summary>
    /// <param name="text">What was set; it is quoted in no fault, because it may hold a password.</param>
    /// <param name="fault">What to correct, where it gives null.</param>
    public static PostgreSqlAddress? Parse(string text, out string? fault)
    {
        const string Example = "e.g. Host=localhost;Database=modbot;Username=modbot;Password=…";
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or NotSupportedException or InvalidOperationException)
        {
            fault = text.Contains("://", StringComparison.Ordinal)
                ? $"ConnectionString must be written as keys and values, not as an address, {Example}."
                : $"ConnectionString cannot be read ({exception.Message.ReplaceLineEndings(" ")}); write {Example}.";
            return null;
        }

        string[] missing = [.. new[] { ("Host", settings.Host), ("Database", settings.Database) }.Where(part => string.IsNullOrWhiteSpace(part.Item2)).Select(part => part.Item1)];
        if (missing.Length > 0 || settings.Host!.Contains(',', StringComparison.Ordinal))
        {
            fault = missing.Length > 0 ? $"ConnectionString lacks {string.Join(" and ", missing)}; write {Example}." : "ConnectionString must name one host, the primary server.";
            return null;
        }

        settings.ApplicationName ??= "ModBot";
        settings.IncludeErrorDetail = false;
        settings.MaxAutoPrepare = 64;
        settings.AutoPrepareMinUsages = 2;
        // Nothing is left on a connection that the next user of it would have to clear.
        settings.NoResetOnClose = true;
        settings.Pooling = true;
        if (settings.KeepAlive == 0)
            settings.KeepAlive = 30;
        fault = null;
        return new PostgreSqlAddress(settings);
    }
}
