using System.Collections.Immutable;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Text;

namespace ModBot.Core.Filters.Members;

/// <summary>The parameters of <see cref="ImpersonationFilter"/>.</summary>
public sealed record ImpersonationOptions : FilterOptions
{
    /// <summary>Names that only staff may have, besides those of the moderators the bot has seen. At most 200 of 32 characters.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Also compare with moderators that were seen talking.</summary>
    public bool Moderators { get; init; } = true;

    public bool Equals(ImpersonationOptions? other) => other is not null && Moderators == other.Moderators && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => HashCode.Combine(Moderators, Names.Length);
}

/// <summary>A member is called like staff, or nearly so: look-alike letters, a letter more or less.</summary>
public sealed class ImpersonationFilter : FilterDefinition<ImpersonationOptions>
{
    private static readonly OptionSchema<ImpersonationOptions> Schemas = new OptionSchema<ImpersonationOptions>()
        .TextList("names", "Names that only staff may have.", 200, 32, options => options.Names, (options, value) => options with { Names = value })
        .Toggle("moderators", "Also compare with moderators that were seen talking.", options => options.Moderators, (options, value) => options with { Moderators = value });

    private static readonly ImpersonationOptions Protected = new() { Names = ["ModMail Support"] };

    public override string Id => "impersonation";

    public override string Description => "A member is called like staff, look-alike letters and small changes included.";

    public override OccurrenceKinds Watches => OccurrenceKinds.Names;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("ModMail Support", Hits: true, Protected) { Instead = message => Named(message, "ModMail Support") },
        new("МodМаil Suppоrt (Cyrillic)", Hits: true, Protected) { Instead = message => Named(message, "\u041Cod\u041C\u0430il Supp\u043Ert") },
        new("ModMaiI Supportt", Hits: true, Protected) { Instead = message => Named(message, "ModMail Supportt") },
        new("Support Mail", Hits: false, Protected) { Instead = message => Named(message, "Support Mail") },
        new("Moderator Mia", Hits: true) { Earlier = message => [ByModerator(message, "Moderator Mia")], Instead = message => Named(message, "M0derator Mia") },
        new("Mia", Hits: false) { Earlier = message => [ByModerator(message, "Moderator Mia")], Instead = message => Named(message, "Mia") },
        new("anything", Hits: false) { Instead = message => Named(message, "anything") },
    ];

    protected override OptionSchema<ImpersonationOptions> Options => Schemas;

    protected override ICompiledFilter Compile(ImpersonationOptions options, FilterCompilation compilation) => new Compiled(options);

    private static MemberRename Named(ChatMessage message, string name) =>
        new() { Id = message.Author.Id, GuildId = message.GuildId, Author = message.Author with { Nickname = name }, HappenedAt = message.At };

    private static ChatMessage ByModerator(ChatMessage message, string name) => message with
    {
        Id = new Snowflake(message.Id.Value - 1),
        Author = new MessageAuthor { Id = new Snowflake(message.Author.Id.Value + 1), Username = "mia_m", Nickname = name, IsModerator = true },
    };

    private sealed class Compiled(ImpersonationOptions options) : ICompiledFilter
    {
        private readonly StaffName[] names = [.. options.Names.Select(name => StaffName.Of(name, default)).OfType<StaffName>()];

        public void Inspect(Inspection inspection, HitSink hits)
        {
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                if (StaffName.Of(surface.Text.Original, inspection.Occurrence.Author.Id) is { } name && Find(name, inspection) is { } staff)
                {
                    hits.Add($"is called like {staff.Name}", surface.OriginalEvidence(0, surface.Text.Original.Length));
                    return;
                }
            }
        }

        private StaffName? Find(StaffName name, Inspection inspection)
        {
            foreach (StaffName own in names)
            {
                if (own.IsLike(name))
                    return own;
            }

            if (!options.Moderators)
                return null;
            foreach (StaffName staff in inspection.History.Staff)
            {
                if (staff.Member != name.Member && staff.IsLike(name))
                    return staff;
            }

            return null;
        }
    }
}
