using FsCheck;
using FsCheck.Fluent;
using ModBot.Core.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.World;
using P = ModBot.Sandbox.Permissions.PermissionBits;

namespace ModBot.Sandbox.Tests.World;

public sealed class PermissionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Snowflake Id = new(1), Owner = new(2), User = new(3), Bot = new(4), Low = new(10), High = new(11), Channel = new(20), Thread = new(21);

    [Theory]
    [InlineData(P.None, P.ViewChannel, P.SendMessages, P.ViewChannel | P.SendMessages)]
    [InlineData(P.SendMessages, P.ViewChannel, P.None, P.ViewChannel | P.SendMessages)]
    [InlineData(P.Administrator, P.None, P.None, P.All)]
    public void Roles_add_up(P everyone, P low, P high, P expected)
    {
        GuildState guild = Guild(everyone, low, high);
        guild.Members[User].Roles = [Low, High];
        Assert.Equal(expected, PermissionCalculator.InGuild(guild, User, Now));
    }

    [Fact]
    public void The_owner_may_everything_and_a_stranger_nothing()
    {
        GuildState guild = Guild(P.None, P.None, P.None);
        Assert.Equal(P.All, PermissionCalculator.InGuild(guild, Owner, Now));
        Assert.Equal(P.None, PermissionCalculator.InGuild(guild, new Snowflake(999), Now));
    }

    [Theory]
    [InlineData("everyone-deny", P.ViewChannel)]
    [InlineData("everyone-deny role-allow", P.ViewChannel | P.SendMessages)]
    [InlineData("everyone-allow role-deny", P.ViewChannel)]
    [InlineData("role-deny role2-allow", P.ViewChannel | P.SendMessages)]
    [InlineData("role-deny member-allow", P.ViewChannel | P.SendMessages)]
    [InlineData("role-allow member-deny", P.ViewChannel)]
    public void Overwrites_apply_in_order(string steps, P expected)
    {
        GuildState guild = Guild(P.ViewChannel | P.SendMessages, P.None, P.None);
        guild.Members[User].Roles = [Low, High];
        foreach (string step in steps.Split(' '))
        {
            string[] parts = step.Split('-');
            Snowflake id = parts[0] switch { "everyone" => Id, "role" => Low, "role2" => High, _ => User };
            guild.Channels[Channel].Overwrites.Add(new OverwriteState
            {
                Id = id,
                ForMember = id == User,
                Allow = parts[1] == "allow" ? P.SendMessages : P.None,
                Deny = parts[1] == "deny" ? P.SendMessages : P.None,
            });
        }

        Assert.Equal(expected, PermissionCalculator.InChannel(guild, guild.Channels[Channel], User, Now));
    }

    [Fact]
    public void Without_view_channel_nothing_counts()
    {
        GuildState guild = Guild(P.SendMessages | P.ManageMessages, P.None, P.None);
        Assert.Equal(P.None, PermissionCalculator.InChannel(guild, guild.Channels[Channel], User, Now));
    }

    [Theory]
    [InlineData(P.SendMessages, P.MentionEveryone | P.AttachFiles | P.EmbedLinks)]
    [InlineData(P.None, P.None)]
    public void Without_sending_there_is_no_mention_embed_or_file(P sending, P left)
    {
        GuildState guild = Guild(P.ViewChannel | P.MentionEveryone | P.AttachFiles | P.EmbedLinks | sending, P.None, P.None);
        P extras = PermissionCalculator.InChannel(guild, guild.Channels[Channel], User, Now) & (P.MentionEveryone | P.AttachFiles | P.EmbedLinks);
        Assert.Equal(left, extras);
    }

    [Theory]
    [InlineData(ChannelKind.PublicThread, P.ViewChannel, true)]
    [InlineData(ChannelKind.PrivateThread, P.ViewChannel, false)]
    [InlineData(ChannelKind.PrivateThread, P.ViewChannel | P.ManageThreads, true)]
    public void Threads_take_their_parents_overwrites(ChannelKind kind, P permissions, bool visible)
    {
        GuildState guild = Guild(permissions, P.None, P.None);
        var thread = new ChannelState { Id = Thread, Type = kind, GuildId = Id, ParentId = Channel, Thread = new ThreadFacts { OwnerId = Owner, CreatedAt = Now } };
        guild.Channels.Add(Thread, thread);
        Assert.Equal(visible, PermissionCalculator.InChannel(guild, thread, User, Now).HasFlag(P.ViewChannel));
        guild.Channels[Channel].Overwrites.Add(new OverwriteState { Id = Id, Deny = P.ViewChannel });
        Assert.Equal(P.None, PermissionCalculator.InChannel(guild, thread, User, Now));
    }

    [Fact]
    public void A_timed_out_member_may_only_look_until_it_ends()
    {
        GuildState guild = Guild(P.ViewChannel | P.ReadMessageHistory | P.SendMessages | P.AddReactions, P.None, P.None);
        guild.Members[User].TimedOutUntil = Now.AddMinutes(1);
        Assert.Equal(P.ViewChannel | P.ReadMessageHistory, PermissionCalculator.InChannel(guild, guild.Channels[Channel], User, Now));
        Assert.True(PermissionCalculator.InChannel(guild, guild.Channels[Channel], User, Now.AddMinutes(1)).HasFlag(P.SendMessages));
        guild.Roles[Low].Permissions = P.Administrator;
        guild.Members[User].Roles = [Low];
        Assert.Equal(P.All, PermissionCalculator.InChannel(guild, guild.Channels[Channel], User, Now));
    }

    [Theory]
    [InlineData("high", "low", true)]
    [InlineData("low", "high", false)]
    [InlineData("low", "low", false)]
    [InlineData("low", "none", true)]
    [InlineData("high", "owner", false)]
    [InlineData("owner", "high", true)]
    public void Hierarchy_is_by_highest_role(string actor, string target, bool outranks)
    {
        GuildState guild = Guild(P.None, P.None, P.None);
        Assert.Equal(outranks, PermissionCalculator.Outranks(guild, Member(actor, User), Member(target, Bot)));

        Snowflake Member(string rank, Snowflake id)
        {
            if (rank == "owner")
                return Owner;
            guild.Members[id].Roles = rank switch { "high" => [High], "low" => [Low], _ => [] };
            return id;
        }
    }

    [Fact]
    public void Equal_positions_rank_by_age()
    {
        GuildState guild = Guild(P.None, P.None, P.None);
        guild.Roles[High].Position = guild.Roles[Low].Position;
        guild.Members[User].Roles = [Low];
        guild.Members[Bot].Roles = [High];
        Assert.True(PermissionCalculator.Outranks(guild, User, Bot));
        Assert.False(PermissionCalculator.Outranks(guild, Bot, User));
    }

    [Fact]
    public void Outranking_is_never_mutual()
    {
        Prop.ForAll<int, int, bool>((low, high, sameRole) =>
        {
            GuildState guild = Guild(P.None, P.None, P.None);
            guild.Roles[Low].Position = Math.Abs(low % 10);
            guild.Roles[High].Position = Math.Abs(high % 10);
            guild.Members[User].Roles = [Low];
            guild.Members[Bot].Roles = [sameRole ? Low : High];
            return !(PermissionCalculator.Outranks(guild, User, Bot) && PermissionCalculator.Outranks(guild, Bot, User));
        }).QuickCheckThrowOnFailure();
    }

    private static GuildState Guild(P everyone, P low, P high)
    {
        var guild = new GuildState { Id = Id, Name = "g", OwnerId = Owner };
        guild.Roles.Add(Id, new RoleState { Id = Id, Name = "@everyone", Permissions = everyone });
        guild.Roles.Add(Low, new RoleState { Id = Low, Name = "low", Permissions = low, Position = 1 });
        guild.Roles.Add(High, new RoleState { Id = High, Name = "high", Permissions = high, Position = 2 });
        foreach (Snowflake id in (Snowflake[])[Owner, User, Bot])
            guild.Members.Add(id, new MemberState { UserId = id, JoinedAt = Now });
        guild.Channels.Add(Channel, new ChannelState { Id = Channel, Type = ChannelKind.Text, GuildId = Id });
        return guild;
    }
}
