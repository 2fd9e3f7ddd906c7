using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters.Members;

/// <summary>Whether a role came or went.</summary>
public enum RoleDirection
{
    Added,
    Removed,
    Either,
}

/// <summary>The parameters of <see cref="RoleChangeFilter"/>.</summary>
public sealed record RoleChangeOptions : FilterOptions
{
    /// <summary>Null: any role.</summary>
    public Snowflake? Role { get; init; }

    public RoleDirection Direction { get; init; } = RoleDirection.Added;
}

/// <summary>A member was given a role, or lost it.</summary>
public sealed class RoleChangeFilter : FilterDefinition<RoleChangeOptions>
{
    private static readonly Snowflake Helper = new(77);

    public override string Id => "role-change";

    public override string Description => "A member is given a role, or loses it.";

    public override OccurrenceKinds Watches => OccurrenceKinds.RoleAdded | OccurrenceKinds.RoleRemoved;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("a role is given", Hits: true) { Instead = message => Change(message, added: true) },
        new("a role is taken", Hits: false) { Instead = message => Change(message, added: false) },
        new("a role is taken", Hits: true, new RoleChangeOptions { Direction = RoleDirection.Either, Role = Helper }) { Instead = message => Change(message, added: false) },
        new("another role is given", Hits: false, new RoleChangeOptions { Role = new Snowflake(78) }) { Instead = message => Change(message, added: true) },
    ];

    protected override OptionSchema<RoleChangeOptions> Options { get; } = new OptionSchema<RoleChangeOptions>()
        .Role("role", "Which role; by default any.", options => options.Role, (options, value) => options with { Role = value })
        .Choice("direction", "Whether it is given or taken.", options => options.Direction, (options, value) => options with { Direction = value });

    protected override ICompiledFilter Compile(RoleChangeOptions options, FilterCompilation compilation) => new Compiled(options);

    private static RoleChange Change(ChatMessage message, bool added) =>
        new() { Id = message.Author.Id, GuildId = message.GuildId, Author = message.Author, HappenedAt = message.At, RoleId = Helper, Added = added };

    private sealed class Compiled(RoleChangeOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            var change = (RoleChange)inspection.Occurrence;
            bool fits = options.Direction == RoleDirection.Either || change.Added == (options.Direction == RoleDirection.Added);
            if (fits && (options.Role is null || options.Role == change.RoleId))
                hits.Add($"{(change.Added ? "was given" : "lost")} the role <@&{change.RoleId}>");
        }
    }
}
