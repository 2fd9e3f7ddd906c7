using ModBot.Core.Guilds;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Storage.Tests.Contract;

/// <summary>What holds a guild's rules back survives, and changes made at once all count.</summary>
public abstract class GuildStateContract(StoreFactory factory) : StoreContract(factory)
{
    private IGuildStateStore States => Store.Get<IGuildStateStore>();

    [StoreFact]
    public async Task A_guild_is_calm_until_something_is_stored_and_all_of_it_comes_back()
    {
        Assert.Equal(GuildState.Calm, await States.GetAsync(Sample.Guild, default));
        var state = new GuildState
        {
            Stop = new EmergencyStop(Sample.Noon.AddHours(1), Sample.Author, "mia"),
            Raid = new RaidAlarm(RaidLevel.High, Sample.Noon.AddMinutes(30)),
            Trips = [new RuleTrip("spam", 5, Sample.Noon, Sample.Noon.AddHours(1)) { IsTold = true }],
        };
        Assert.Equal(state, await States.ChangeAsync(Sample.Guild, _ => state, default));
        await ReopenAsync();
        Assert.Equal(state, await States.GetAsync(Sample.Guild, default));
        Assert.Equal(GuildState.Calm, await States.GetAsync(Sample.OtherGuild, default));
        Assert.Equal([Sample.Guild], await States.ListAsync(default));
        await States.ChangeAsync(Sample.Guild, _ => GuildState.Calm, default);
        Assert.Empty(await States.ListAsync(default));
    }

    [StoreFact]
    public async Task Changes_at_once_see_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => States.ChangeAsync(
            Sample.Guild, state => state with { Trips = state.Trips.Add(new RuleTrip($"rule-{i}", 5, Sample.Noon, Sample.Noon)) }, default)));
        Assert.Equal(20, (await States.GetAsync(Sample.Guild, default)).Trips.Select(trip => trip.Rule).Distinct().Count());
    }
}
