using ModBot.Core.Messages;

namespace ModBot.Dashboard.Exports;

/// <summary>Exports that run or ran a moment ago, by who asked and the id that their page made up.</summary>
internal sealed class ExportDesk
{
    /// <summary>Remembered; the oldest goes first.</summary>
    private const int Most = 200;

    public const int LongestId = 40;

    private readonly Lock gate = new();
    private readonly OrderedDictionary<(Snowflake Guild, Snowflake Viewer, string Id), ExportProgress> running = [];

    /// <summary>The progress of that export, begun now or before.</summary>
    public ExportProgress Open(Snowflake guild, Snowflake viewer, string id)
    {
        lock (gate)
        {
            if (running.TryGetValue((guild, viewer, id), out ExportProgress? known))
                return known;
            var progress = new ExportProgress();
            running.Add((guild, viewer, id), progress);
            if (running.Count > Most)
                running.RemoveAt(0);
            return progress;
        }
    }
}
