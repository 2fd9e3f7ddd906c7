using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters.Members;

/// <summary>Which of a member's names.</summary>
public enum MemberName
{
    Any,
    Username,
    GlobalName,
    Nickname,
}

/// <summary>The parameters of <see cref="RenameFilter"/>.</summary>
public sealed record RenameOptions : FilterOptions
{
    public MemberName Name { get; init; } = MemberName.Any;
}

/// <summary>A member changed a name, or a name of theirs was changed. What names say is for other filters, with <c>on</c> names.</summary>
public sealed class RenameFilter : FilterDefinition<RenameOptions>
{
    public override string Id => "rename";

    public override string Description => "A member's username, global name or nickname changes.";

    public override OccurrenceKinds Watches => OccurrenceKinds.MemberRenamed;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("Bob → Rob", Hits: true) { Instead = message => Rename(message, "Bob", "Rob") },
        new("Bob, seen for the first time", Hits: false) { Instead = message => Rename(message, null, "Bob") },
        new("Bob → Rob", Hits: true, new RenameOptions { Name = MemberName.Nickname }) { Instead = message => Rename(message, "Bob", "Rob") },
        new("Bob → Rob", Hits: false, new RenameOptions { Name = MemberName.Username }) { Instead = message => Rename(message, "Bob", "Rob") },
    ];

    protected override OptionSchema<RenameOptions> Options { get; } = new OptionSchema<RenameOptions>()
        .Choice("name", "Which name.", options => options.Name, (options, value) => options with { Name = value });

    protected override ICompiledFilter Compile(RenameOptions options, FilterCompilation compilation) => new Compiled(options);

    private static MemberRename Rename(ChatMessage message, string? before, string after) => new()
    {
        Id = message.Author.Id,
        GuildId = message.GuildId,
        Author = message.Author with { Nickname = after },
        Before = before is null ? null : message.Author with { Nickname = before },
        HappenedAt = message.At,
    };

    private sealed class Compiled(RenameOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            var rename = (MemberRename)inspection.Occurrence;
            if (rename.Before is not { } before)
                return;
            Look(MemberName.Username, before.Username, rename.Author.Username, hits);
            Look(MemberName.GlobalName, before.GlobalName, rename.Author.GlobalName, hits);
            Look(MemberName.Nickname, before.Nickname, rename.Author.Nickname, hits);
        }

        private void Look(MemberName name, string? before, string? after, HitSink hits)
        {
            if ((options.Name == MemberName.Any || options.Name == name) && !string.Equals(before, after, StringComparison.Ordinal))
                hits.Add($"the {RuleWords.NameOf(name)} went from {before ?? "none"} to {after ?? "none"}");
        }
    }
}
