using ModBot.Core.Cases;
using ModBot.Dashboard.Tests.Support;
using ModBot.Sandbox;

namespace ModBot.Dashboard.Tests;

/// <summary>Cases are told of as they arrive, to those who may see them.</summary>
public sealed class LiveTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private DashboardStage stage = null!;

    public async Task InitializeAsync() => stage = await DashboardStage.StartAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Changes_of_the_own_guild_come_in_order_and_private_ones_only_to_those_who_manage()
    {
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        using Visitor admin = await stage.SignInAsync(SandboxIds.Admin);
        using StreamReader toMia = await OpenAsync(mia);
        using StreamReader toAdmin = await OpenAsync(admin);
        await WatchersAsync(2);
        stage.Feed.Publish(new CaseChange(DashboardStage.OtherGuild, 1, CaseChangeKind.Opened, Private: false));
        stage.Feed.Publish(new CaseChange(DashboardStage.Guild, 2, CaseChangeKind.Opened, Private: true));
        stage.Feed.Publish(new CaseChange(DashboardStage.Guild, 3, CaseChangeKind.Opened, Private: false));
        stage.Feed.Publish(new CaseChange(DashboardStage.Guild, 3, CaseChangeKind.Reviewed, Private: false));
        Assert.Equal(["opened 3", "reviewed 3"], [await NextAsync(toMia), await NextAsync(toMia)]);
        Assert.Equal(["opened 2", "opened 3", "reviewed 3"], [await NextAsync(toAdmin), await NextAsync(toAdmin), await NextAsync(toAdmin)]);
    }

    [Fact]
    public async Task Who_goes_away_is_not_kept()
    {
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        StreamReader reader = await OpenAsync(mia);
        await WatchersAsync(1);
        reader.Dispose();
        stage.Feed.Publish(new CaseChange(DashboardStage.Guild, 3, CaseChangeKind.Opened, Private: false));
        await WatchersAsync(0);
    }

    private static async Task<StreamReader> OpenAsync(Visitor visitor)
    {
        HttpResponseMessage answer = await visitor.GetAsync(Visitor.In(DashboardStage.Guild, "events"));
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new StreamReader(await answer.Content.ReadAsStreamAsync());
    }

    private async Task WatchersAsync(int count)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (stage.Feed.Watchers != count)
            await Task.Delay(10, limit.Token);
    }

    /// <summary>The next event, signs of life left out.</summary>
    private static async Task<string> NextAsync(StreamReader reader)
    {
        using var limit = new CancellationTokenSource(Patience);
        string name = "";
        while (true)
        {
            string line = await reader.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The stream has ended.");
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line["event: ".Length..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                return $"{name} {line["data: ".Length..]}";
        }
    }
}
