using Dapper;
using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Cases;

/// <summary>Adds actions to cases that are open already.</summary>
internal static class FollowUps
{
    /// <summary>Stores them; what follows from the same action already keeps its row and becomes due no later than now asked for.</summary>
    public static void Add(WritingSession session, Snowflake guild, long number, IReadOnlyCollection<FollowUp> followUps, DateTimeOffset now)
    {
        foreach (FollowUp followUp in followUps)
        {
            session.Connection.Execute(
                $"""
                INSERT INTO actions (case_id, kind, action, updated_at, due_at, cause)
                SELECT case_id, @Kind, @Action, @Now, @Due, @Cause FROM cases WHERE guild_id = @Guild AND number = @Number
                ON CONFLICT (cause, kind) WHERE cause IS NOT NULL DO UPDATE
                SET due_at = CASE WHEN excluded.due_at < actions.due_at THEN excluded.due_at ELSE actions.due_at END, state = 0
                WHERE actions.state <> {(int)ActionState.Done}
                """,
                new
                {
                    Kind = ActionRegistry.BuiltIn.Of(followUp.Action.Kind).Id,
                    Action = RuleActionJson.WriteText(followUp.Action),
                    Now = StoredValue.Of(now),
                    Due = StoredValue.Of(followUp.DueAt),
                    followUp.Cause,
                    Guild = StoredValue.Of(guild),
                    Number = number,
                });
        }
    }
}
