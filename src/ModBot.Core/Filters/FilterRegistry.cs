using System.Collections.Frozen;
using ModBot.Core.Filters.Behaviour;
using ModBot.Core.Filters.Members;
using ModBot.Core.Filters.Platform;

namespace ModBot.Core.Filters;

/// <summary>The filters there are. A new filter is its own file and one line in <see cref="BuiltIn"/>.</summary>
public sealed class FilterRegistry
{
    private readonly FrozenDictionary<string, FilterDefinition> byId;

    /// <exception cref="ArgumentException">Two filters have one id.</exception>
    public FilterRegistry(IEnumerable<FilterDefinition> definitions)
    {
        All = [.. definitions];
        byId = All.ToFrozenDictionary(definition => definition.Id, StringComparer.OrdinalIgnoreCase);
    }

    public static FilterRegistry BuiltIn { get; } = new(
    [
        new AbuseFilter(),
        new AnyMessageFilter(),
        new AttachmentFilter(),
        new BlockedTermsFilter(),
        new CapsFilter(),
        new EmojiFilter(),
        new FileTypeFilter(),
        new FirstMessageFilter(),
        new FloodFilter(),
        new InviteFilter(),
        new LengthFilter(),
        new LineFilter(),
        new LinkFilter(),
        new MentionFilter(),
        new PatternFilter(),
        new PresetFilter(),
        new RepeatedCharacterFilter(),
        new RepeatFilter(),
        new RiskyLinkFilter(),
        new ScamLinkFilter(),
        new ScriptFilter(),
        new SecretFilter(),
        new SpamFilter(),
        new SpoilerFilter(),
        new StickerFilter(),
        new ZalgoFilter(),
        new CoordinatedFilter(),
        new CounterFilter(),
        new PressureFilter(),
        new ImpersonationFilter(),
        new JoinFilter(),
        new JoinRateFilter(),
        new LeaveFilter(),
        new RejoinFilter(),
        new RenameFilter(),
        new RoleChangeFilter(),
        new ThreadFilter(),
        new AutoModFilter(),
        new ModeratorActionFilter(),
        new RaidLevelFilter(),
    ]);

    public IReadOnlyList<FilterDefinition> All { get; }

    public FilterDefinition? Find(string id) => byId.GetValueOrDefault(id);
}
