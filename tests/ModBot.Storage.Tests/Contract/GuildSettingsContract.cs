using ModBot.Core.Messages;
using ModBot.Core.Rules;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Guild settings are kept as they were saved last.</summary>
public abstract class GuildSettingsContract(StoreFactory factory) : StoreContract(factory)
{
    public static TheoryData<GuildSettings> Settings =>
    [
        new GuildSettings(),
        new GuildSettings { Mode = RuleMode.Off },
        new GuildSettings { Mode = RuleMode.Enforce, ReviewChannel = new Snowflake(0), PrivateChannel = new Snowflake(ulong.MaxValue) },
    ];

    [StoreTheory]
    [MemberData(nameof(Settings))]
    public async Task Saved_settings_come_back_and_replace_older_ones(GuildSettings settings)
    {
        await Store.Settings.SaveAsync(Sample.Guild, new GuildSettings { Mode = RuleMode.Shadow, ReviewChannel = new Snowflake(4) }, default);
        await Store.Settings.SaveAsync(Sample.Guild, settings, default);
        await ReopenAsync();
        Assert.Equal(settings, await Store.Settings.GetAsync(Sample.Guild, default));
        Assert.Equal(new GuildSettings(), await Store.Settings.GetAsync(Sample.OtherGuild, default));
    }
}
