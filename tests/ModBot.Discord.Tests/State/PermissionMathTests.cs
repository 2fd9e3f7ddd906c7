using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.State;

namespace ModBot.Discord.Tests.State;

public sealed class PermissionMathTests
{
    private const GuildPermissions Base = GuildPermissions.ViewChannel | GuildPermissions.SendMessages;

    private static readonly GuildState Guild = new()
    {
        Id = 1,
        OwnerId = 100,
        Roles =
        [
            new RoleState(1, Base, 0),
            new RoleState(2, GuildPermissions.ManageMessages, 2),
            new RoleState(3, GuildPermissions.Administrator, 3),
            new RoleState(4, GuildPermissions.None, 2),
        ],
    };

    [Theory]
    [InlineData(100, new ulong[0], true)]
    [InlineData(5, new ulong[] { 3 }, true)]
    [InlineData(5, new ulong[] { 2 }, false)]
    [InlineData(0, new ulong[0], false)]
    public void Owner_and_administrators_hold_everything(ulong user, ulong[] roles, bool holdsAll) =>
        Assert.Equal(holdsAll, PermissionMath.InGuild(Guild, user, Roles(roles)) == PermissionMath.All);

    [Fact]
    public void Overwrites_apply_in_the_documented_order()
    {
        // Everyone is shut out, one role is let in, another denied (allow of any role wins), the member denied again.
        var channel = new ChannelState
        {
            Id = 10,
            Overwrites =
            [
                new PermissionOverwrite(5, IsMember: true, GuildPermissions.None, GuildPermissions.SendMessages),
                new PermissionOverwrite(2, IsMember: false, Base, GuildPermissions.None),
                new PermissionOverwrite(4, IsMember: false, GuildPermissions.None, Base),
                new PermissionOverwrite(1, IsMember: false, GuildPermissions.None, Base),
            ],
        };
        Assert.Equal(GuildPermissions.None, PermissionMath.InChannel(Guild, channel, 6, Roles([])));
        Assert.Equal(Base | GuildPermissions.ManageMessages, PermissionMath.InChannel(Guild, channel, 6, Roles([2, 4])));
        Assert.Equal(GuildPermissions.ViewChannel | GuildPermissions.ManageMessages, PermissionMath.InChannel(Guild, channel, 5, Roles([2, 4])));
        Assert.Equal(PermissionMath.All, PermissionMath.InChannel(Guild, channel, 5, Roles([3])));
    }

    [Fact]
    public void Without_seeing_the_channel_nothing_else_counts()
    {
        var channel = new ChannelState { Id = 10, Overwrites = [new PermissionOverwrite(1, IsMember: false, GuildPermissions.ManageMessages, GuildPermissions.ViewChannel)] };
        Assert.Equal(GuildPermissions.None, PermissionMath.InChannel(Guild, channel, 6, Roles([2])));
    }

    [Fact]
    public void Threads_take_their_parents_overwrites()
    {
        var parent = new ChannelState { Id = 10, Overwrites = [new PermissionOverwrite(1, IsMember: false, GuildPermissions.None, GuildPermissions.SendMessages)] };
        var thread = new ChannelState { Id = 11, Type = 11, ParentId = 10 };
        GuildState guild = Guild with { Channels = [parent, thread] };
        Assert.Equal(GuildPermissions.ViewChannel, PermissionMath.InChannel(guild, thread, 6, Roles([])));
    }

    [Fact]
    public void Equal_positions_are_told_apart_by_the_older_role()
    {
        Assert.Equal((2, 2UL), PermissionMath.Highest(Guild, 6, Roles([4, 2])));
        Assert.True(PermissionMath.IsAbove((2, 2), (2, 4)));
        Assert.False(PermissionMath.IsAbove((2, 4), (2, 4)));
        Assert.Equal(int.MaxValue, PermissionMath.Highest(Guild, 100, Roles([])).Position);
    }

    [Fact]
    public void State_changes_keep_arrays_sorted_and_the_newest_message_known()
    {
        GuildState guild = Guild;
        foreach (ulong id in new ulong[] { 30, 10, 20, 10 })
            guild = guild.With(new ChannelState { Id = id, Name = $"c{id}" });
        Assert.Equal([10, 20, 30], guild.Channels.Select(channel => channel.Id));
        guild.FindChannel(20)!.Note(500);
        guild = guild.With(new ChannelState { Id = 20, Name = "renamed" });
        Assert.Equal(("renamed", 500UL), (guild.FindChannel(20)!.Name, guild.FindChannel(20)!.LastMessageId));
        Assert.Null(guild.WithoutChannel(20).FindChannel(20));
        Assert.Same(guild.Channels, guild.WithoutChannel(99).Channels);
    }

    private static Snowflake[] Roles(ulong[] ids) => [.. ids.Select(id => new Snowflake(id))];
}
