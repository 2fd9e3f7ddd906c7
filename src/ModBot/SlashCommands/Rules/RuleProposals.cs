using System.Collections.Concurrent;
using System.Security.Cryptography;
using ModBot.Core.Messages;

namespace ModBot.SlashCommands.Rules;

/// <summary>Proposals that wait for their author's answer, for as long as the platform lets a message be answered. Bounded: the oldest goes first.</summary>
internal sealed class RuleProposals(TimeProvider time)
{
    private const int Most = 200;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, RuleProposal> waiting = new(StringComparer.Ordinal);

    public static string NewId() => Convert.ToHexString(RandomNumberGenerator.GetBytes(8));

    public void Keep(RuleProposal proposal)
    {
        DateTimeOffset oldest = time.GetUtcNow() - Life;
        foreach (RuleProposal old in waiting.Values.Where(known => known.MadeAt < oldest))
            waiting.TryRemove(old.Id, out _);
        while (waiting.Count >= Most && waiting.Values.MinBy(known => known.MadeAt) is { } first)
            waiting.TryRemove(first.Id, out _);
        waiting[proposal.Id] = proposal;
    }

    public void Forget(RuleProposal proposal) => waiting.TryRemove(proposal.Id, out _);

    /// <summary>The caller's own proposal; null where it is gone, another's, or another server's.</summary>
    public RuleProposal? Find(string id, Snowflake guild, Snowflake user) =>
        waiting.TryGetValue(id, out RuleProposal? found) && found.GuildId == guild && found.UserId == user && time.GetUtcNow() - found.MadeAt < Life ? found : null;
}
