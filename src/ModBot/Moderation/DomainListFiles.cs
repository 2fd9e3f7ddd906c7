using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModBot.Configuration;
using ModBot.Core.Links;

namespace ModBot.Moderation;

/// <summary>
/// Keeps the lists of domains as their files are: reads them when the bot starts and whenever one has changed. A file that cannot be
/// read keeps what it last said.
/// </summary>
internal sealed partial class DomainListFiles(DomainListSettings settings, TimeProvider time, ILogger<DomainListFiles> logger) : BackgroundService
{
    private const int MostDomains = 2_000_000;

    /// <summary>How often the files are looked at. Asking works on every file system; notices of changes do not.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, (DateTime Written, long Length)> seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DomainSet> lists = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> unreadable = new(StringComparer.OrdinalIgnoreCase);
    private volatile DomainLists current = DomainLists.Empty;

    /// <summary>The lists at this moment.</summary>
    public DomainLists Current => current;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Refresh();
        return settings.Files.Count == 0 ? Task.CompletedTask : base.StartAsync(cancellationToken);
    }

    /// <summary>Reads the files that have changed since.</summary>
    public void Refresh()
    {
        bool changed = false;
        foreach ((string name, string path) in settings.Files)
            changed |= Refresh(name, path);
        if (changed)
            current = new DomainLists(lists);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Refresh();
    }

    private bool Refresh(string name, string path)
    {
        try
        {
            var file = new FileInfo(path);
            (DateTime, long) state = (file.LastWriteTimeUtc, file.Length);
            if (seen.TryGetValue(name, out (DateTime, long) known) && known == state)
                return false;
            using StreamReader reader = file.OpenText();
            DomainSet list = DomainListFile.Read(reader, MostDomains, out int skipped);
            seen[name] = state;
            lists[name] = list;
            unreadable.Remove(name);
            LogRead(name, list.Count, skipped);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (unreadable.Add(name))
                LogUnreadable(name, path, fault.Message);
            return false;
        }
    }

    [LoggerMessage(2101, LogLevel.Information, "Domain list {Name}: {Count} domains, {Skipped} lines passed over")]
    private partial void LogRead(string name, int count, int skipped);

    [LoggerMessage(2102, LogLevel.Warning, "Domain list {Name} cannot be read from {Path}: {Fault} What it last said stays in force")]
    private partial void LogUnreadable(string name, string path, string fault);
}
