using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Platform;

namespace ModBot.Discord.Parsing;

/// <summary>Reads what moderators and Discord's AutoMod did.</summary>
internal static class ModerationParser
{
    /// <summary>The event of a dispatch; null where it is none of these or says nothing of use.</summary>
    public static PlatformEvent? Read(ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        if (name.SequenceEqual("GUILD_AUDIT_LOG_ENTRY_CREATE"u8))
            return ReadEntry(ref reader);
        if (name.SequenceEqual("AUTO_MODERATION_ACTION_EXECUTION"u8))
            return ReadTrigger(ref reader);
        if (name.SequenceEqual("GUILD_BAN_ADD"u8))
            return ReadUser(ref reader) is var (guild, user) && user.Id != 0 ? new UserBanned(guild, user.Build(isModerator: false)) : null;
        if (name.SequenceEqual("GUILD_BAN_REMOVE"u8))
            return ReadUser(ref reader) is var (where, whom) && whom.Id != 0 ? new UserUnbanned(where, whom.Build(isModerator: false)) : null;
        return null;
    }

    /// <summary>True for the dispatches that <see cref="Read"/> knows.</summary>
    public static bool Knows(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("GUILD_AUDIT_LOG_ENTRY_CREATE"u8) || name.SequenceEqual("AUTO_MODERATION_ACTION_EXECUTION"u8)
        || name.SequenceEqual("GUILD_BAN_ADD"u8) || name.SequenceEqual("GUILD_BAN_REMOVE"u8);

    private static (Snowflake Guild, AuthorFields User) ReadUser(ref Utf8JsonReader reader)
    {
        ulong guild = 0;
        var user = default(AuthorFields);
        if (reader.EntersObject())
        {
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("guild_id"u8))
                    guild = reader.ReadId();
                else if (name.SequenceEqual("user"u8))
                    user.ReadUser(ref reader);
                else
                    reader.Skip();
            }
        }

        return (new Snowflake(guild), user);
    }

    private static AutoModTriggered? ReadTrigger(ref Utf8JsonReader reader)
    {
        ulong guild = 0, rule = 0, user = 0, channel = 0, message = 0;
        string content = "", keyword = "";
        if (!reader.EntersObject())
            return null;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("guild_id"u8))
                guild = reader.ReadId();
            else if (name.SequenceEqual("rule_id"u8))
                rule = reader.ReadId();
            else if (name.SequenceEqual("user_id"u8))
                user = reader.ReadId();
            else if (name.SequenceEqual("channel_id"u8))
                channel = reader.ReadId();
            else if (name.SequenceEqual("message_id"u8))
                message = reader.ReadId();
            else if (name.SequenceEqual("content"u8))
                content = reader.ReadText() ?? "";
            else if (name.SequenceEqual("matched_keyword"u8))
                keyword = reader.ReadText() ?? "";
            else
                reader.Skip();
        }

        return guild == 0 || rule == 0 || user == 0 ? null : new AutoModTriggered(new Snowflake(guild), new AutoModTrigger
        {
            RuleId = new Snowflake(rule),
            UserId = new Snowflake(user),
            ChannelId = new Snowflake(channel),
            MessageId = message == 0 ? null : new Snowflake(message),
            Content = content,
            Keyword = keyword,
        });
    }

    private static AuditEntryWritten? ReadEntry(ref Utf8JsonReader reader)
    {
        ulong guild = 0, id = 0, moderator = 0, target = 0;
        int type = 0;
        string reason = "";
        (bool Changed, DateTimeOffset? Until) timeout = default;
        if (!reader.EntersObject())
            return null;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("guild_id"u8))
                guild = reader.ReadId();
            else if (name.SequenceEqual("id"u8))
                id = reader.ReadId();
            else if (name.SequenceEqual("user_id"u8))
                moderator = reader.ReadId();
            else if (name.SequenceEqual("target_id"u8))
                target = reader.ReadId();
            else if (name.SequenceEqual("action_type"u8))
                type = reader.ReadInt32();
            else if (name.SequenceEqual("reason"u8))
                reason = reader.ReadText() ?? "";
            else if (name.SequenceEqual("changes"u8))
                timeout = ReadTimeout(ref reader);
            else
                reader.Skip();
        }

        if (guild == 0 || id == 0 || target == 0 || ActionOf(type, timeout) is not { } action)
            return null;
        return new AuditEntryWritten(new Snowflake(guild), new AuditEntry
        {
            Id = new Snowflake(id),
            Action = action,
            ModeratorId = moderator == 0 ? null : new Snowflake(moderator),
            TargetId = new Snowflake(target),
            Reason = reason,
            Until = action == ModeratorAction.Timeout ? timeout.Until : null,
        });
    }

    /// <summary>The numbers are Discord's audit-log events (API reference, "Audit Log Events").</summary>
    private static ModeratorAction? ActionOf(int type, (bool Changed, DateTimeOffset? Until) timeout) => type switch
    {
        20 => ModeratorAction.Kick,
        22 => ModeratorAction.Ban,
        23 => ModeratorAction.Unban,
        24 when timeout.Changed => timeout.Until is null ? ModeratorAction.TimeoutLifted : ModeratorAction.Timeout,
        145 => ModeratorAction.Timeout,
        _ => null,
    };

    private static (bool Changed, DateTimeOffset? Until) ReadTimeout(ref Utf8JsonReader reader)
    {
        (bool Changed, DateTimeOffset? Until) timeout = default;
        if (!reader.EntersArray())
            return timeout;
        while (reader.NextItem())
        {
            if (!reader.EntersObject())
                continue;
            bool isTimeout = false;
            DateTimeOffset? until = null;
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("key"u8))
                    isTimeout = string.Equals(reader.ReadText(), "communication_disabled_until", StringComparison.Ordinal);
                else if (name.SequenceEqual("new_value"u8))
                    until = reader.ReadTime();
                else
                    reader.Skip();
            }

            if (isTimeout)
                timeout = (true, until);
        }

        return timeout;
    }
}
