using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters.Platform;

/// <summary>Who did it.</summary>
public enum ModeratorOrigin
{
    /// <summary>People and other bots.</summary>
    Manual,

    /// <summary>This bot.</summary>
    Automatic,

    Either,
}

/// <summary>What was done; <see cref="ModeratorAction"/> with one for all.</summary>
public enum ModeratorDeedKind
{
    Any,
    Note,
    Warn,
    Timeout,
    TimeoutLifted,
    Kick,
    Ban,
    Unban,
}

/// <summary>The parameters of <see cref="ModeratorActionFilter"/>.</summary>
public sealed record ModeratorActionOptions : FilterOptions
{
    public ModeratorDeedKind Action { get; init; } = ModeratorDeedKind.Any;

    public ModeratorOrigin By { get; init; } = ModeratorOrigin.Manual;
}

/// <summary>A member was noted, warned, timed out, kicked, banned or unbanned.</summary>
public sealed class ModeratorActionFilter : FilterDefinition<ModeratorActionOptions>
{
    private static readonly OptionSchema<ModeratorActionOptions> Schemas = new OptionSchema<ModeratorActionOptions>()
        .Choice("action", "What was done.", options => options.Action, (options, value) => options with { Action = value })
        .Choice("by", "manual: by people and other bots; automatic: by this bot.", options => options.By, (options, value) => options with { By = value });

    public override string Id => "moderator-action";

    public override string Description => "A member is noted, warned, timed out, kicked, banned or unbanned.";

    public override OccurrenceKinds Watches => OccurrenceKinds.ModeratorActed;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("kicked by a moderator", Hits: true) { Instead = message => Deed(message, ModeratorAction.Kick) },
        new("kicked by the bot", Hits: false) { Instead = message => Deed(message, ModeratorAction.Kick, byBot: true) },
        new("kicked by the bot", Hits: true, new ModeratorActionOptions { By = ModeratorOrigin.Either }) { Instead = message => Deed(message, ModeratorAction.Kick, byBot: true) },
        new("kicked by a moderator", Hits: false, new ModeratorActionOptions { Action = ModeratorDeedKind.Ban }) { Instead = message => Deed(message, ModeratorAction.Kick) },
        new("unbanned by a moderator", Hits: true, new ModeratorActionOptions { Action = ModeratorDeedKind.Unban }) { Instead = message => Deed(message, ModeratorAction.Unban) },
    ];

    protected override OptionSchema<ModeratorActionOptions> Options => Schemas;

    protected override ICompiledFilter Compile(ModeratorActionOptions options, FilterCompilation compilation) => new Compiled(options);

    private static ModeratorDeed Deed(ChatMessage message, ModeratorAction action, bool byBot = false) =>
        new() { Id = new Snowflake(70), GuildId = message.GuildId, Author = message.Author, HappenedAt = message.At, Action = action, ModeratorId = new Snowflake(5), ByBot = byBot };

    private sealed class Compiled(ModeratorActionOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            var deed = (ModeratorDeed)inspection.Occurrence;
            bool fits = options.By == ModeratorOrigin.Either || deed.ByBot == (options.By == ModeratorOrigin.Automatic);
            if (fits && (options.Action == ModeratorDeedKind.Any || (int)options.Action == (int)deed.Action + 1))
                hits.Add(deed.Describe());
        }
    }
}
