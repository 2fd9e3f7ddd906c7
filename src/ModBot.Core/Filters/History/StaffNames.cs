using ModBot.Core.Filters.Members;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters.History;

/// <summary>What the moderators that were seen are called.</summary>
internal sealed class StaffNames
{
    /// <summary>More moderators than a server has.</summary>
    private const int Maximum = 500;

    private readonly Dictionary<Snowflake, MessageAuthor> seen = [];
    private StaffName[] names = [];

    public IReadOnlyCollection<StaffName> Names => names;

    public void Note(MessageAuthor moderator)
    {
        bool isKnown = seen.TryGetValue(moderator.Id, out MessageAuthor? known);
        if (isKnown ? HasNamesOf(known!, moderator) : seen.Count >= Maximum)
            return;
        seen[moderator.Id] = moderator;
        names = [.. seen.Values.SelectMany(Of)];
    }

    private static IEnumerable<StaffName> Of(MessageAuthor moderator) =>
        new[] { moderator.Username, moderator.GlobalName, moderator.Nickname }.OfType<string>().Distinct(StringComparer.Ordinal).Select(name => StaffName.Of(name, moderator.Id)).OfType<StaffName>();

    private static bool HasNamesOf(MessageAuthor left, MessageAuthor right) =>
        string.Equals(left.Username, right.Username, StringComparison.Ordinal) && string.Equals(left.GlobalName, right.GlobalName, StringComparison.Ordinal) && string.Equals(left.Nickname, right.Nickname, StringComparison.Ordinal);
}
