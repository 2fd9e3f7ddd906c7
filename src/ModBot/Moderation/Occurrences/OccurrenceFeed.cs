using ModBot.Core.Occurrences;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Moderation.Occurrences;

/// <summary>Takes what happens in a guild to the one place where it is judged.</summary>
internal sealed class OccurrenceFeed(OccurrenceReader reader, MessageModerator moderator, GuildMemories memories, GuildRules rules)
{
    public async Task TakeAsync(PlatformEvent happened, CancellationToken cancellationToken)
    {
        if (happened.GuildId == default)
            return;
        CompiledRuleSet ruleSet = await rules.GetAsync(happened.GuildId, cancellationToken);
        if (ruleSet.Mode == RuleMode.Off)
            return;
        foreach (Occurrence occurrence in reader.Read(happened, memories.Of(happened.GuildId), ruleSet.Watches))
            await moderator.ModerateAsync(occurrence, cancellationToken);
    }

    public void Forget(PlatformEvent happened) => memories.Forget(happened.GuildId);
}
