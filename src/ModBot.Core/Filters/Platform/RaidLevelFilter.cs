using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Rules;

namespace ModBot.Core.Filters.Platform;

/// <summary>The parameters of <see cref="RaidLevelFilter"/>.</summary>
public sealed record RaidLevelOptions : FilterOptions
{
    /// <summary>The level that is reached, or for <see cref="RaidLevel.None"/> stood down to.</summary>
    public RaidLevel Level { get; init; } = RaidLevel.Low;
}

/// <summary>The server's raid level reaches a level from below, or is stood down.</summary>
public sealed class RaidLevelFilter : FilterDefinition<RaidLevelOptions>
{
    public override string Id => "raid-level";

    public override string Description => "The server's raid level reaches a level; none: it is stood down.";

    public override OccurrenceKinds Watches => OccurrenceKinds.RaidLevelChanged;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("none → high", Hits: true) { Instead = message => Change(message, 0, 3) },
        new("low → high", Hits: false) { Instead = message => Change(message, 1, 3) },
        new("high → none", Hits: false) { Instead = message => Change(message, 3, 0) },
        new("high → none", Hits: true, new RaidLevelOptions { Level = RaidLevel.None }) { Instead = message => Change(message, 3, 0) },
    ];

    protected override OptionSchema<RaidLevelOptions> Options { get; } = new OptionSchema<RaidLevelOptions>()
        .Choice("level", "The level that is reached; none: stood down.", options => options.Level, (options, value) => options with { Level = value });

    protected override ICompiledFilter Compile(RaidLevelOptions options, FilterCompilation compilation) => new Compiled((int)options.Level);

    private static RaidLevelChange Change(ChatMessage message, int from, int to) =>
        new() { Id = message.GuildId, GuildId = message.GuildId, Author = message.Author, HappenedAt = message.At, From = from, To = to };

    private sealed class Compiled(int level) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            var change = (RaidLevelChange)inspection.Occurrence;
            bool hit = level == 0 ? change.From > 0 && change.To == 0 : change.From < level && change.To >= level;
            if (hit)
                hits.Add(change.Describe());
        }
    }
}
