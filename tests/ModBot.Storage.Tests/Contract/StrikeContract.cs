using ModBot.Core.Cases;
using ModBot.Core.Members;
using ModBot.Core.Ports;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Strikes are given once for each action, kept apart by member, and refunded once.</summary>
public abstract class StrikeContract(StoreFactory factory) : StoreContract(factory)
{
    private IStrikeStore Strikes => Store.Get<IStrikeStore>();

    [StoreFact]
    public async Task What_was_given_is_listed_oldest_first_after_a_reopen()
    {
        StrikeEntry later = Of(2) with { At = Sample.Noon.AddHours(1), ModeratorId = Sample.Author, Reason = "again" };
        await Strikes.AddAsync(later, default);
        IReadOnlyList<StrikeEntry> both = await Strikes.AddAsync(Of(1), default);
        Assert.Equal([1, 2], both.Select(entry => entry.Points));
        await ReopenAsync();
        Assert.Equal(both, await Strikes.ListAsync(Sample.Guild, Sample.Author, default));
        Assert.Equal(later with { Id = both[1].Id }, both[1]);
        Assert.Empty(await Strikes.ListAsync(Sample.OtherGuild, Sample.Author, default));
    }

    [StoreFact]
    public async Task An_action_gives_its_points_once_and_they_are_refunded_once()
    {
        CaseAction action = (await Log.RecordAsync(Sample.Deleted(1), default)).Case!.Actions[0];
        StrikeEntry entry = Of(3) with { CaseNumber = 1, ActionId = action.Id };
        await Strikes.AddAsync(entry, default);
        Assert.Single(await Strikes.AddAsync(entry, default));
        Assert.Equal(3, await Strikes.RefundAsync(Sample.Guild, action.Id, default));
        Assert.Equal(0, await Strikes.RefundAsync(Sample.Guild, action.Id, default));
        Assert.Equal(0, await Strikes.RefundAsync(Sample.Guild, action.Id + 1, default));
        Assert.True(Assert.Single(await Strikes.ListAsync(Sample.Guild, Sample.Author, default)).IsRefunded);
    }

    [StoreFact]
    public async Task A_long_history_is_bounded_and_a_long_reason_cut()
    {
        for (int i = 0; i < IStrikeStore.MaximumEntries + 2; i++)
            await Strikes.AddAsync(Of(1) with { At = Sample.Noon.AddMinutes(i), Reason = new string('x', 600) }, default);
        IReadOnlyList<StrikeEntry> read = await Strikes.ListAsync(Sample.Guild, Sample.Author, default);
        Assert.Equal((IStrikeStore.MaximumEntries, Sample.Noon.AddMinutes(2), 500), (read.Count, read[0].At, read[0].Reason.Length));
    }

    private static StrikeEntry Of(int points) => new() { GuildId = Sample.Guild, MemberId = Sample.Author, Points = points, At = Sample.Noon };
}
