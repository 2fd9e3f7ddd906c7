using System.Globalization;
using System.Text;
using ModBot.Storage.PostgreSql;

namespace ModBot.Storage;

/// <summary>Where ModBot keeps its database and for how long it keeps what.</summary>
public sealed record StorageOptions
{
    /// <summary>Default: SQLite.</summary>
    public StorageProvider Provider { get; init; }

    /// <summary>The SQLite file, as an absolute path; created, with its folder, on first use. Nothing to other engines.</summary>
    public string DatabasePath { get; init; } = "";

    /// <summary>Where the PostgreSQL database is and how to sign in, as Npgsql takes it. A secret: never logged. Nothing to other engines.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>How long a case's evidence can be read, counted from the judgement. 1 hour to 3,650 days; default 30 days.</summary>
    public TimeSpan EvidenceRetention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long a log verdict stays in the recent table. 1 hour to 365 days; default 7 days.</summary>
    public TimeSpan RecentRetention { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How many log verdicts a guild keeps in the recent table at most; the oldest messages go first. 100 to 10,000,000; default 100,000.</summary>
    public int RecentPerGuild { get; init; } = 100_000;

    /// <summary>How often expired entries are removed. 1 minute to 1 day; default 1 hour.</summary>
    public TimeSpan PruneInterval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many writes may wait for the writer; more make their callers wait. 1 to 1,000,000; default 8,192.</summary>
    public int WriteQueueLength { get; init; } = 8_192;

    /// <summary>How many reads may run at once. 1 to 64; default 4.</summary>
    public int Readers { get; init; } = 4;

    /// <summary>Every fault, one sentence each; empty where the options can be used.</summary>
    public IReadOnlyList<string> Validate()
    {
        var faults = new List<string>();
        if (Provider == StorageProvider.Sqlite && !Path.IsPathFullyQualified(DatabasePath))
            faults.Add($"DatabasePath must be an absolute path, not '{DatabasePath}'.");
        if (Provider == StorageProvider.PostgreSql)
            CheckConnectionString(faults);
        Check(EvidenceRetention, TimeSpan.FromHours(1), TimeSpan.FromDays(3_650), nameof(EvidenceRetention), faults);
        Check(RecentRetention, TimeSpan.FromHours(1), TimeSpan.FromDays(365), nameof(RecentRetention), faults);
        Check(RecentPerGuild, 100, 10_000_000, nameof(RecentPerGuild), faults);
        Check(PruneInterval, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), nameof(PruneInterval), faults);
        Check(WriteQueueLength, 1, 1_000_000, nameof(WriteQueueLength), faults);
        Check(Readers, 1, 64, nameof(Readers), faults);
        return faults;
    }

    private void CheckConnectionString(List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(ConnectionString))
            faults.Add("ConnectionString is missing: set the environment variable Storage__ConnectionString, e.g. to Host=localhost;Database=modbot;Username=modbot;Password=….");
        else if (PostgreSqlAddress.Parse(ConnectionString, out string? fault) is null)
            faults.Add(fault!);
    }

    /// <summary>What a record shows of itself: everything but the connection string.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Provider = {Provider}, DatabasePath = {DatabasePath}, EvidenceRetention = {EvidenceRetention}, RecentRetention = {RecentRetention}, RecentPerGuild = {RecentPerGuild}");
        return true;
    }

    private static void Check<T>(T value, T least, T most, string name, List<string> faults)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            faults.Add($"{name} must be between {least} and {most}, not {value}.");
    }
}
