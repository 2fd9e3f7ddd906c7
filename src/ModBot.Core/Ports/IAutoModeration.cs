using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.Core.Ports;

/// <summary>The rules of Discord's own AutoMod. No call throws for what the platform answers: the outcome says it.</summary>
public interface IAutoModeration
{
    /// <summary>The guild's rules; empty unless done.</summary>
    Task<(ActionOutcome Outcome, IReadOnlyList<AutoModRule> Rules)> ListAsync(Snowflake guild, CancellationToken cancellationToken);

    /// <summary>Makes a rule, or changes the one with its id. The trigger of a rule cannot be changed.</summary>
    /// <returns>The rule as it is now; null unless done.</returns>
    Task<(ActionOutcome Outcome, AutoModRule? Rule)> SaveAsync(Snowflake guild, AutoModRule rule, string reason, CancellationToken cancellationToken);

    /// <summary>Deletes a rule; one that is gone already is done.</summary>
    Task<ActionOutcome> DeleteAsync(Snowflake guild, Snowflake rule, string reason, CancellationToken cancellationToken);
}
