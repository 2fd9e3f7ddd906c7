using ModBot.Core.Members;
using ModBot.Core.Messages;
using ModBot.Core.Ports;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Direct messages are rationed by member, guild and altogether, over a restart too.</summary>
public abstract class DirectMessageContract(StoreFactory factory) : StoreContract(factory)
{
    private static readonly DirectMessageLimits Limits = new() { PerGuild = 3, InAll = 5 };
    private long action;

    private IDirectMessageRation Ration => Store.Get<IDirectMessageRation>();

    [StoreFact]
    public async Task A_member_gets_one_an_hour_whatever_the_guild()
    {
        Assert.Null(await TakeAsync(member: 1));
        await ReopenAsync();
        Assert.Contains("within the hour", await TakeAsync(member: 1, minutes: 59, guild: Sample.OtherGuild), StringComparison.Ordinal);
        Assert.Null(await TakeAsync(member: 1, minutes: 60));
    }

    [StoreFact]
    public async Task The_same_action_is_granted_again_after_a_crash()
    {
        DirectMessageRequest request = Request(member: 1, minutes: 0, Sample.Guild);
        Assert.Null(await Ration.TakeAsync(request, Limits, default));
        await ReopenAsync();
        Assert.Null(await Ration.TakeAsync(request with { At = Sample.Noon.AddMinutes(1) }, Limits, default));
    }

    [StoreFact]
    public async Task Who_took_none_is_left_alone_for_a_day()
    {
        DirectMessageRequest request = Request(member: 1, minutes: 0, Sample.Guild);
        await Ration.TakeAsync(request, Limits, default);
        await Ration.RefuseAsync(request.UserId, request.ActionId, default);
        Assert.Contains("takes no", await Ration.TakeAsync(request, Limits, default), StringComparison.Ordinal);
        Assert.Contains("takes no", await TakeAsync(member: 1, minutes: 23 * 60), StringComparison.Ordinal);
        Assert.Null(await TakeAsync(member: 1, minutes: (24 * 60) + 1));
    }

    [StoreFact]
    public async Task A_guild_and_all_together_have_budgets_of_an_hour()
    {
        for (ulong member = 1; member <= 3; member++)
            Assert.Null(await TakeAsync(member));
        Assert.Contains("this server", await TakeAsync(member: 4), StringComparison.Ordinal);
        Assert.Null(await TakeAsync(member: 4, guild: Sample.OtherGuild));
        Assert.Null(await TakeAsync(member: 5, guild: Sample.OtherGuild));
        Assert.Contains("the bot", await TakeAsync(member: 6, guild: Sample.OtherGuild), StringComparison.Ordinal);
        Assert.Null(await TakeAsync(member: 6, minutes: 61));
    }

    [StoreFact]
    public async Task At_once_no_more_than_the_budget_are_granted()
    {
        string?[] answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(member => TakeAsync((ulong)member)));
        Assert.Equal(3, answers.Count(answer => answer is null));
    }

    private Task<string?> TakeAsync(ulong member, int minutes = 0, Snowflake? guild = null) => Ration.TakeAsync(Request(member, minutes, guild ?? Sample.Guild), Limits, default);

    private DirectMessageRequest Request(ulong member, int minutes, Snowflake guild) => new(guild, new Snowflake(member), Interlocked.Increment(ref action), Sample.Noon.AddMinutes(minutes));
}
