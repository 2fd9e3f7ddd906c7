using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Search;
using ModBot.Core.Viewing;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Viewing options are each moderator's own.</summary>
public abstract class ViewingContract(StoreFactory factory) : StoreContract(factory)
{
    private static readonly Snowflake Mia = new(4);

    private IViewingOptionsStore Options => Store.Get<IViewingOptionsStore>();

    [StoreFact]
    public async Task Nobody_has_options_at_first() => Assert.Equal(ViewingOptions.Default, await Options.GetAsync(Sample.Guild, Mia, default));

    [StoreFact]
    public async Task The_last_save_is_kept_for_that_moderator_and_guild_alone()
    {
        var first = new ViewingOptions { Layout = CaseLayout.Threaded, Order = CaseOrder.Oldest, PageSize = 100, Parts = CaseParts.Text | CaseParts.Actions };
        await Options.SaveAsync(Sample.Guild, Mia, first, default);
        await Options.SaveAsync(Sample.Guild, Mia, first with { PageSize = 30 }, default);
        await ReopenAsync();
        Assert.Equal(first with { PageSize = 30 }, await Options.GetAsync(Sample.Guild, Mia, default));
        Assert.Equal(ViewingOptions.Default, await Options.GetAsync(Sample.Guild, new Snowflake(5), default));
        Assert.Equal(ViewingOptions.Default, await Options.GetAsync(Sample.OtherGuild, Mia, default));
    }

    [StoreFact]
    public async Task A_page_size_that_is_no_choice_becomes_the_default()
    {
        await Options.SaveAsync(Sample.Guild, Mia, ViewingOptions.Default with { PageSize = 100_000 }, default);
        Assert.Equal(50, (await Options.GetAsync(Sample.Guild, Mia, default)).PageSize);
    }
}
