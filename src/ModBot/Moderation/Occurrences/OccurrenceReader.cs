using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Platform;

namespace ModBot.Moderation.Occurrences;

/// <summary>Makes of the platform's events what rules look at, with what is known of members from before.</summary>
internal sealed class OccurrenceReader(GuildDirectory guilds, TimeProvider time)
{
    /// <summary>The occurrences of an event, in order; those that nothing watches for may be missing.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="memory">What is remembered of its guild; takes in what the event tells.</param>
    /// <param name="watched">What the guild's rules look at.</param>
    public IEnumerable<Occurrence> Read(PlatformEvent happened, GuildMemory memory, OccurrenceKinds watched) => happened switch
    {
        MessageReceived received => OfMessage(received.Message, memory, watched),
        MemberJoined joined => OfArrival(joined, memory),
        MemberLeft left => OfDeparture(left, memory),
        MemberUpdated updated => OfUpdate(updated, memory),
        ThreadChanged changed => [OfThread(changed, memory)],
        AutoModTriggered triggered => OfTrigger(triggered, memory),
        AuditEntryWritten written => [OfEntry(written, memory)],
        UserBanned banned => OfBan(banned.Guild, banned.User, ModeratorAction.Ban),
        UserUnbanned unbanned => OfBan(unbanned.Guild, unbanned.User, ModeratorAction.Unban),
        _ => [],
    };

    /// <summary>A message shows its author's names too: those not seen before are looked at first.</summary>
    private IEnumerable<Occurrence> OfMessage(ChatMessage message, GuildMemory memory, OccurrenceKinds watched)
    {
        if ((watched & ~OccurrenceKinds.Message) == OccurrenceKinds.None || message.Author.IsWebhook || message.GuildId == default)
            return [message];
        MessageAuthor? before = memory.Members.Find(message.Author.Id);
        memory.Members.Put(message.Author);
        return (watched & OccurrenceKinds.MemberRenamed) == OccurrenceKinds.None || HasNamesOf(before, message.Author)
            ? [message]
            : [Rename(message.GuildId, before, message.Author), message];
    }

    private IEnumerable<Occurrence> OfArrival(MemberJoined joined, GuildMemory memory)
    {
        memory.Members.Put(joined.Member);
        yield return new MemberArrival { Id = joined.Member.Id, GuildId = joined.Guild, Author = joined.Member, HappenedAt = joined.Member.JoinedAt ?? time.GetUtcNow() };
    }

    private IEnumerable<Occurrence> OfDeparture(MemberLeft left, GuildMemory memory)
    {
        MessageAuthor member = memory.Members.Take(left.UserId) ?? Unknown(left.UserId);
        yield return new MemberDeparture { Id = left.UserId, GuildId = left.Guild, Author = member, HappenedAt = time.GetUtcNow() };
    }

    private IEnumerable<Occurrence> OfUpdate(MemberUpdated updated, GuildMemory memory)
    {
        MessageAuthor? before = memory.Members.Find(updated.Member.Id);
        MessageAuthor after = updated.Member;
        memory.Members.Put(after);
        if (!HasNamesOf(before, after))
            yield return Rename(updated.Guild, before, after);
        if (before is null)
            yield break;
        DateTimeOffset now = time.GetUtcNow();
        foreach (Snowflake role in after.RoleIds.Except(before.RoleIds))
            yield return new RoleChange { Id = after.Id, GuildId = updated.Guild, Author = after, HappenedAt = now, RoleId = role, Added = true };
        foreach (Snowflake role in before.RoleIds.Except(after.RoleIds))
            yield return new RoleChange { Id = after.Id, GuildId = updated.Guild, Author = after, HappenedAt = now, RoleId = role, Added = false };
    }

    private ThreadOccurrence OfThread(ThreadChanged changed, GuildMemory memory) => new()
    {
        Id = changed.Thread.Id,
        GuildId = changed.Guild,
        ChannelId = changed.Thread.Id,
        ParentChannelId = changed.Thread.ParentChannelId == default ? null : changed.Thread.ParentChannelId,
        CategoryId = changed.Thread.CategoryId,
        Author = changed.Thread.OwnerId is { } owner ? Known(memory, owner) : Unknown(default),
        What = changed.Change,
        HappenedAt = changed.At ?? time.GetUtcNow(),
        Name = changed.Thread.Name,
    };

    private IEnumerable<Occurrence> OfTrigger(AutoModTriggered triggered, GuildMemory memory)
    {
        AutoModTrigger trigger = triggered.Trigger;
        DateTimeOffset now = time.GetUtcNow();
        if (!memory.Triggers.IsFirst(trigger, now))
            yield break;
        yield return new AutoModExecution
        {
            Id = trigger.UserId,
            GuildId = triggered.Guild,
            ChannelId = trigger.ChannelId,
            Author = Known(memory, trigger.UserId),
            HappenedAt = now,
            RuleId = trigger.RuleId,
            MessageId = trigger.MessageId,
            Content = trigger.Content,
            Keyword = trigger.Keyword,
        };
    }

    private ModeratorDeed OfEntry(AuditEntryWritten written, GuildMemory memory)
    {
        AuditEntry entry = written.Entry;
        return new ModeratorDeed
        {
            Id = entry.Id,
            GuildId = written.Guild,
            Author = Known(memory, entry.TargetId),
            HappenedAt = entry.Id.Timestamp,
            Action = entry.Action,
            ModeratorId = entry.ModeratorId,
            ByBot = entry.ModeratorId is { } moderator && moderator == guilds.Bot,
            Reason = entry.Reason,
        };
    }

    /// <summary>Where the audit log cannot be read, the ban itself is all that is told.</summary>
    private IEnumerable<Occurrence> OfBan(Snowflake guild, MessageAuthor user, ModeratorAction action)
    {
        if (guilds.MayReadAuditLog(guild))
            yield break;
        yield return new ModeratorDeed { Id = user.Id, GuildId = guild, Author = user, HappenedAt = time.GetUtcNow(), Action = action };
    }

    private MemberRename Rename(Snowflake guild, MessageAuthor? before, MessageAuthor after) =>
        new() { Id = after.Id, GuildId = guild, Author = after, HappenedAt = time.GetUtcNow(), Before = before };

    private static MessageAuthor Known(GuildMemory memory, Snowflake member) => memory.Members.Find(member) ?? Unknown(member);

    private static MessageAuthor Unknown(Snowflake member) => new() { Id = member, Username = "" };

    private static bool HasNamesOf(MessageAuthor? left, MessageAuthor right) =>
        left is not null
        && string.Equals(left.Username, right.Username, StringComparison.Ordinal)
        && string.Equals(left.GlobalName, right.GlobalName, StringComparison.Ordinal)
        && string.Equals(left.Nickname, right.Nickname, StringComparison.Ordinal);
}
