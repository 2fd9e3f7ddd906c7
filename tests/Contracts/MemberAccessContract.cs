using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord;
using ModBot.Sandbox;

namespace ModBot.Contracts;

/// <summary>What every client says about what a member may do.</summary>
public abstract class MemberAccessContract
{
    [Fact]
    public async Task Permissions_follow_from_the_roles_a_member_has_now()
    {
        await using ContractBot bot = await StartAsync();
        MemberAccess? moderator = await AskAsync(bot, SandboxIds.Mia);
        Assert.True(moderator!.May(GuildPermissions.ManageMessages | GuildPermissions.ModerateMembers));
        Assert.False(moderator.May(GuildPermissions.ManageGuild));
        MemberAccess? member = await AskAsync(bot, SandboxIds.Noah);
        Assert.True(member!.IsMember);
        Assert.False(member.May(GuildPermissions.ManageMessages));
        bot.World.SetRoles(SandboxIds.Mia, SandboxIds.MemberRole);
        Assert.False((await AskAsync(bot, SandboxIds.Mia))!.May(GuildPermissions.ManageMessages));
        bot.World.SetRoles(SandboxIds.Noah, SandboxIds.ModeratorRole);
        Assert.True((await AskAsync(bot, SandboxIds.Noah))!.May(GuildPermissions.ManageMessages));
    }

    [Fact]
    public async Task The_owner_and_administrators_may_everything()
    {
        await using ContractBot bot = await StartAsync();
        bot.World.SetRoles(SandboxIds.Zoe, SandboxIds.AdminRole);
        foreach (Snowflake user in (Snowflake[])[SandboxIds.Admin, SandboxIds.Zoe])
            Assert.True((await AskAsync(bot, user))!.May(GuildPermissions.ManageGuild | GuildPermissions.ModerateMembers));
    }

    [Fact]
    public async Task Who_is_timed_out_may_not_moderate_until_it_is_over()
    {
        await using ContractBot bot = await StartAsync();
        bot.World.SetTimeout(SandboxIds.Mia, Now.AddHours(1));
        Assert.False((await AskAsync(bot, SandboxIds.Mia))!.May(GuildPermissions.ManageMessages));
        bot.World.SetTimeout(SandboxIds.Mia, Now.AddHours(-1));
        Assert.True((await AskAsync(bot, SandboxIds.Mia))!.May(GuildPermissions.ManageMessages));
    }

    [Fact]
    public async Task Who_is_no_member_may_nothing()
    {
        await using ContractBot bot = await StartAsync();
        bot.World.Leave(SandboxIds.Mia);
        Assert.Equal(MemberAccess.None, await AskAsync(bot, SandboxIds.Mia));
        Assert.Equal(MemberAccess.None, await AskAsync(bot, new Snowflake(123)));
        Assert.False(MemberAccess.None.May(GuildPermissions.None));
    }

    [Fact]
    public async Task Nothing_is_known_of_a_guild_that_the_bot_is_not_in()
    {
        await using ContractBot bot = await StartAsync();
        Assert.Null(await bot.Get<IMemberAccess>().FindAsync(new Snowflake(99), SandboxIds.Admin, CancellationToken.None));
    }

    protected abstract void Add(IServiceCollection services, DiscordOptions options);

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static Task<MemberAccess?> AskAsync(ContractBot bot, Snowflake user) => bot.Get<IMemberAccess>().FindAsync(SandboxIds.Guild, user, CancellationToken.None);

    private Task<ContractBot> StartAsync() => ContractBot.StartAsync(Add);
}
