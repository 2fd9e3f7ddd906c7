using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Moderation;
using ModBot.Moderation.Restraints;

namespace ModBot.SlashCommands.Rules;

/// <summary>What is known of a message's author, as the live bot would know it now. Reads only.</summary>
internal sealed class KnownFacts(IModerationLog log, MemberTallies tallies, GuildStates states)
{
    public async Task<MemberFacts> OfAsync(ChatMessage message, RuleSet rules, CancellationToken cancellationToken)
    {
        int judged = await log.CountJudgedAsync(message.GuildId, message.Author.Id, cancellationToken);
        RaidLevel raid = (await states.GetAsync(message.GuildId, cancellationToken)).Raid?.Level ?? RaidLevel.None;
        return await tallies.CompleteAsync(MemberFacts.Of(message, judged) with { Raid = raid }, message, rules, cancellationToken);
    }
}
