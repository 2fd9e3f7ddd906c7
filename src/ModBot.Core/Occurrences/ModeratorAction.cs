namespace ModBot.Core.Occurrences;

/// <summary>What a moderator, or the bot, did to a member.</summary>
public enum ModeratorAction
{
    Note,
    Warn,
    Timeout,
    TimeoutLifted,
    Kick,
    Ban,
    Unban,
}
