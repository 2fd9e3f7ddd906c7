using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord;

namespace ModBot.EndToEnd.Tests.Interop;

/// <summary>Every way of answering an interaction, by our client, as a server sees it that nobody here wrote.</summary>
[Collection(InteropCollection.Name)]
public sealed class ClientOnTwinTests(InteropRun interop)
{
    private const int ChannelMessage = 4;
    private const int DeferredMessage = 5;
    private const int DeferredUpdate = 6;
    private const int UpdateMessage = 7;
    private const int Choices = 8;
    private const int Form = 9;

    [InteropFact]
    public async Task Forms_deferrals_follow_ups_updates_and_suggestions_reach_a_server_that_nobody_here_wrote()
    {
        await using TwinProcess twin = await TwinProcess.StartAsync(await interop.InstallAsync());
        await using ServiceProvider services = Services(twin);
        var platform = services.GetRequiredService<IModerationPlatform>();
        var bot = new ProbeBot(platform);
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        Task running = services.GetRequiredService<IPlatformConnection>().RunAsync(bot, stop.Token);
        await bot.Ready.WaitAsync(stop.Token);

        JsonNode form = await CommandAsync(twin, "form");
        Assert.Equal(Form, (int)form["type"]!);
        Assert.Equal("probe.form", (string?)form["data"]!["custom_id"]);

        JsonNode submitted = (await twin.AskAsync("submit", new JsonObject { ["customId"] = "probe.form", ["fields"] = new JsonObject { ["reason"] = "Grüße" } }))!;
        Assert.Equal(ChannelMessage, (int)submitted["type"]!);
        Assert.Equal("reason: Grüße", (string?)submitted["data"]!["content"]);

        JsonNode slow = await CommandAsync(twin, "slow");
        Assert.Equal(DeferredMessage, (int)slow["type"]!);
        Assert.StartsWith("here it is", (string?)slow["text"], StringComparison.Ordinal);
        await ContentsAsync(twin, "and once more", stop.Token);

        JsonNode suggested = (await twin.AskAsync("suggestions", new JsonObject { ["name"] = "pick", ["option"] = new JsonObject { ["name"] = "number", ["type"] = 4, ["value"] = "" } }))!;
        Assert.Equal(Choices, (int)suggested["type"]!);
        Assert.Equal("""[{"name":"Seven","value":7}]""", suggested["data"]!["choices"]!.ToJsonString());

        Snowflake channel = Snowflake.Parse(TwinProcess.General);
        (ActionOutcome posted, Snowflake? message) = await platform.PostAsync(channel, Card(), stop.Token);
        Assert.Equal(ActionOutcome.Done, posted);
        JsonNode chosen = (await twin.AskAsync("choose", Component(message, "probe.select", ["b"])))!;
        Assert.Equal(UpdateMessage, (int)chosen["type"]!);
        await ContentsAsync(twin, "chosen: b", stop.Token);
        JsonNode late = (await twin.AskAsync("press", Component(message, "probe.late")))!;
        Assert.Equal(DeferredUpdate, (int)late["type"]!);
        await ContentsAsync(twin, "updated late", stop.Token);

        Assert.Empty(bot.Failures);
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.False(running.IsFaulted, running.Exception?.ToString());
    }

    private static ServiceProvider Services(TwinProcess twin)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddDiscordClient(new DiscordOptions { Token = twin.Token, RestUrl = twin.RestUrl });
        return services.BuildServiceProvider();
    }

    private static OutgoingMessage Card() => new()
    {
        Content = "choose",
        Rows =
        [
            ComponentRow.Of(new ButtonComponent("probe.late", "Late", ButtonStyle.Secondary)),
            ComponentRow.Of(new SelectComponent("probe.select", "Which?", [new SelectChoice("A", "a"), new SelectChoice("B", "b")])),
        ],
    };

    private static async Task<JsonNode> CommandAsync(TwinProcess twin, string name) => (await twin.AskAsync("command", new JsonObject { ["name"] = name }))!;

    private static JsonObject Component(Snowflake? message, string customId, params string[] values) => new()
    {
        ["message"] = message.ToString(),
        ["customId"] = customId,
        ["channel"] = TwinProcess.General,
        ["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]),
    };

    /// <summary>Waits until a message with that content stands in the channel; the token bounds it.</summary>
    private static async Task ContentsAsync(TwinProcess twin, string content, CancellationToken cancellationToken)
    {
        while (!(await twin.AskAsync("messages", new JsonObject { ["channel"] = TwinProcess.General }))!.AsArray().Any(message => (string?)message!["content"] == content))
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
    }
}
