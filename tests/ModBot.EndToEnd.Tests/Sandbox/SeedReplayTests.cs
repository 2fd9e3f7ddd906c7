using System.Text;
using ModBot.CommandLine;
using ModBot.Core.Messages;
using ModBot.Sandbox;

namespace ModBot.EndToEnd.Tests.Sandbox;

/// <summary>The main job: <c>modbot run --once</c>, over real sockets.</summary>
[Collection(ProcessWideCollection.Name)]
public sealed class SeedReplayTests
{
    [Fact]
    public async Task The_seed_is_moderated_and_a_second_run_adds_nothing()
    {
        string store = Directory.CreateTempSubdirectory("modbot-replay-").FullName;
        string? before = Environment.GetEnvironmentVariable("Storage__Directory");
        Environment.SetEnvironmentVariable("Storage__Directory", store);
        try
        {
            string first = await RunOnceAsync();
            Assert.Equal("23 messages: 2 deleted, 4 flagged, 17 logged", first.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
            await AssertSandboxAsync(store);
            Assert.Equal(first, await RunOnceAsync());
            await AssertSandboxAsync(store);
        }
        finally
        {
            Environment.SetEnvironmentVariable("Storage__Directory", before);
            Directory.Delete(store, recursive: true);
        }
    }

    private static async Task<string> RunOnceAsync()
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        int code = await ModBotCommandLine.RunAsync(["run", "--once", "--urls", "http://127.0.0.1:0"], new Terminal(Stream.Null, output, error), CancellationToken.None);
        Assert.True(code == 0, error.ToString());
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>What the server itself knows: two messages are gone, 21 stand, and four cards are in the review channel.</summary>
    private static async Task AssertSandboxAsync(string store)
    {
        await using SandboxServer server = await SandboxServer.StartAsync(new SandboxOptions { Url = new Uri("http://127.0.0.1:0"), StatePath = Path.Combine(store, "sandbox.json") });
        IReadOnlyList<SandboxDeletion> deleted = server.World.Deletions(SandboxIds.Comments);
        Assert.Equal(["arrest_hillary", "mr_blue"], deleted.Select(deletion => deletion.Message.AuthorName).Order(StringComparer.Ordinal));
        Assert.All(deleted, deletion => Assert.Equal(SandboxIds.Bot, deletion.DeletedBy));
        Assert.Equal(21, server.World.Messages(SandboxIds.Comments).Count);
        IReadOnlyList<SandboxMessage> cards = server.World.Messages(SandboxIds.Review);
        Assert.Equal(4, cards.Count);
        Assert.All(cards, card => Assert.Equal((SandboxIds.Bot, 3), (card.AuthorId, card.CustomIds.Count)));
    }
}
