using ModBot.Core.Messages;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Rest;

public sealed class HistoryReaderTests
{
    private static readonly Snowflake Guild = new(1000);
    private static readonly Snowflake Channel = new(1002);

    [Fact]
    public async Task History_comes_oldest_first_over_pages_without_the_bots_own()
    {
        FakePlatform platform = With(count: 250);
        List<ChatMessage> read = await ReadAsync(platform, limit: 1000);
        Assert.Equal(Enumerable.Range(1, 250).Where(id => id % 50 != 0).Select(id => (ulong)id), read.Select(message => message.Id.Value));
        Assert.All(read, message => Assert.Equal(Guild, message.GuildId));
        Assert.Equal(3, platform.Calls.Count(call => call.Contains("/messages?", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(130)]
    public async Task No_more_is_read_than_asked_for(int limit)
    {
        FakePlatform platform = With(count: 250);
        Assert.Equal(limit - (limit / 50), (await ReadAsync(platform, limit)).Count);
    }

    [Fact]
    public async Task Authors_are_completed_by_their_membership_and_each_is_asked_for_once()
    {
        FakePlatform platform = With(count: 40);
        platform.Know(Samples.Guild);
        List<ChatMessage> read = await ReadAsync(platform, limit: 100);
        Assert.All(read, message => Assert.Equal(message.Author.Id.Value == 1, message.Author.IsModerator));
        Assert.All(read, message => Assert.NotNull(message.Author.JoinedAt));
        Assert.Equal(3, platform.Calls.Count(call => call.Contains("/members/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refused_history_is_empty()
    {
        var platform = new FakePlatform((_, _) => FakeRest.Reply(403, """{"code":50001,"message":"Missing Access"}"""));
        Assert.Empty(await ReadAsync(platform, limit: 100));
    }

    private static FakePlatform With(int count) => new((request, _) =>
    {
        if (request.RequestUri!.AbsolutePath.Contains("/members/", StringComparison.Ordinal))
        {
            string roles = request.RequestUri.AbsolutePath.EndsWith("/1", StringComparison.Ordinal) ? "[\"1003\"]" : "[]";
            return FakeRest.Reply(200, $$$"""{"user":{"id":"x"},"roles":{{{roles}}},"joined_at":"2020-01-01T00:00:00+00:00"}""");
        }

        string[] query = request.RequestUri.Query.TrimStart('?').Split('&');
        int after = int.Parse(query[0].Split('=')[1]);
        int limit = int.Parse(query[1].Split('=')[1]);
        IEnumerable<string> page = Enumerable.Range(after + 1, Math.Max(0, Math.Min(limit, count - after))).Reverse()
            .Select(id => $$$"""{"id":"{{{id}}}","channel_id":"1002","content":"m","author":{"id":"{{{(id % 50 == 0 ? ScriptedDiscord.BotId : (ulong)(id % 3) + 1)}}}","username":"a"},"type":0}""");
        return FakeRest.Reply(200, $"[{string.Join(',', page)}]");
    });

    private static async Task<List<ChatMessage>> ReadAsync(FakePlatform platform, int limit)
    {
        async Task<List<ChatMessage>> Collect()
        {
            List<ChatMessage> all = [];
            await foreach (ChatMessage message in platform.Port.ReadHistoryAsync(Guild, Channel, default, limit, CancellationToken.None))
                all.Add(message);
            return all;
        }

        return await platform.Rest.RunAsync(Collect());
    }
}
