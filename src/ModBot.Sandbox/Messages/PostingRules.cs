using ModBot.Core.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Messages;

/// <summary>Who may post what where: permissions, locked threads, slowmode. Called under the world's gate.</summary>
internal sealed class PostingRules(WorldState world)
{
    /// <summary>What the author may do there, if they may post this at all.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="authorId">Who.</param>
    /// <param name="draft">What.</param>
    /// <param name="scheduled">True for a message with a fixed id: slowmode does not count for it.</param>
    /// <exception cref="ApiErrorException">They may not.</exception>
    public PermissionBits RequireSending(ChannelState channel, Snowflake authorId, MessageDraft draft, bool scheduled)
    {
        if (world.GuildOf(channel) is not { } guild)
        {
            if (authorId == world.BotId && !world.User(channel.RecipientId!.Value).AcceptsDirectMessages)
                throw ApiErrors.CannotMessageUser();
            return PermissionBits.All;
        }

        if (!guild.Members.ContainsKey(authorId))
            throw ApiErrors.MissingAccess();
        PermissionBits permissions = PermissionCalculator.InChannel(guild, channel, authorId, world.Now);
        if (!permissions.HasFlag(PermissionBits.ViewChannel))
            throw ApiErrors.MissingAccess();
        PermissionBits needed = channel.Thread is null ? PermissionBits.SendMessages : PermissionBits.SendMessagesInThreads;
        if (draft.Files.Count > 0)
            needed |= PermissionBits.AttachFiles;
        if (draft.Embeds is { Count: > 0 })
            needed |= PermissionBits.EmbedLinks;
        if (draft.Poll is not null)
            needed |= PermissionBits.SendPolls;
        if (draft.Reference is not null)
            needed |= PermissionBits.ReadMessageHistory;
        if (!permissions.HasFlag(needed))
            throw ApiErrors.MissingPermissions();
        RequireOpenThread(channel, permissions);
        if (channel.RateLimitPerUser > 0 && authorId != world.BotId && !scheduled)
            RequireSlowmode(channel, authorId, permissions);
        return permissions;
    }

    private static void RequireOpenThread(ChannelState channel, PermissionBits permissions)
    {
        if (channel.Thread is not { } thread)
            return;
        if (thread.Locked && !permissions.HasFlag(PermissionBits.ManageThreads))
            throw ApiErrors.LockedThread();
        thread.Archived = false;
    }

    private void RequireSlowmode(ChannelState channel, Snowflake authorId, PermissionBits permissions)
    {
        if (permissions.HasFlag(PermissionBits.BypassSlowmode))
            return;
        MessageState? last = channel.Messages.FindLast(m => m.AuthorId == authorId);
        if (last is not null && world.Now - last.Timestamp < TimeSpan.FromSeconds(channel.RateLimitPerUser))
            throw ApiErrors.Slowmode();
    }
}
