using ModBot.Core.Messages;

namespace ModBot.Moderation.Occurrences;

/// <summary>
/// The members of one guild as they were last seen, so that a change can be told from what is new. Bounded: of many members
/// those seen longest ago are forgotten, and then count as unknown. Touched by the guild's lane only.
/// </summary>
internal sealed class KnownMembers
{
    /// <summary>Two generations of that many are kept: about 3 MB at most.</summary>
    private const int Generation = 10_000;

    private Dictionary<Snowflake, MessageAuthor> young = [];
    private Dictionary<Snowflake, MessageAuthor> old = [];

    /// <summary>Null where the member was not seen, or long ago.</summary>
    public MessageAuthor? Find(Snowflake member) => young.GetValueOrDefault(member) ?? old.GetValueOrDefault(member);

    public void Put(MessageAuthor member)
    {
        if (young.Count >= Generation && !young.ContainsKey(member.Id))
            (old, young) = (young, []);
        young[member.Id] = member;
    }

    /// <summary>Gives what was known and forgets it.</summary>
    public MessageAuthor? Take(Snowflake member)
    {
        MessageAuthor? known = Find(member);
        young.Remove(member);
        old.Remove(member);
        return known;
    }
}
