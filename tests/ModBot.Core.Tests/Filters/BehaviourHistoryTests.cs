using FsCheck;
using FsCheck.Fluent;
using ModBot.Core.Filters;
using ModBot.Core.Filters.History;
using ModBot.Core.Messages;
using ModBot.Core.Text;

namespace ModBot.Core.Tests.Filters;

public sealed class BehaviourHistoryTests
{
    private static readonly HistoryNeeds Day = new([new HistoryNeed(HistoryPart.Authors, BehaviourHistory.LongestWindow)], []);
    private static readonly Snowflake Author = OneRule.Message("x").Author.Id;

    [Fact]
    public void Counts_do_not_depend_on_the_order_of_arrival()
    {
        Prop.ForAll(Gen.Choose(0, 120).ListOf().ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), (seconds, within) =>
        {
            var history = new BehaviourHistory();
            history.Keep(Day);
            foreach ((int index, int second) in seconds.Index())
                history.Observe(At(second, (uint)index));
            DateTimeOffset until = OneRule.Message("x", 100).At;
            return history.Messages(Author, TimeSpan.FromSeconds(within), until).Length == seconds.Count(second => second <= 100 && second >= 100 - within);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_message_that_arrives_twice_or_is_edited_counts_once()
    {
        var history = new BehaviourHistory();
        ChatMessage message = At(1, 1);
        history.Observe(message);
        history.Observe(message);
        history.Observe(message with { IsEdit = true, EditedAt = message.At.AddSeconds(5), Content = "something quite different now" });
        Assert.Equal(1, history.Messages(Author, TimeSpan.FromMinutes(1), message.At.AddSeconds(10)).Length);
    }

    [Theory]
    [InlineData("free nitro for everyone, claim it here", "free nitro for everyone, claim it here!! 🎉", true)]
    [InlineData("free nitro for everyone, claim it here", "F r e e nitro for everyone, claim it here", true)]
    [InlineData("free nitro for everyone, claim it here", "**free** nitro for 𝓮𝓿𝓮𝓻𝔂𝓸𝓷𝓮, claim it here", true)]
    [InlineData("free nitro for everyone, claim it here https://a.example/x1", "free nitro for everyone, claim it here https://b.example/zq", true)]
    [InlineData("hello I make $500 a day with this mentor, message him on telegram @john", "hi, I make $700 a day with this mentor, message him on telegram @mary", true)]
    [InlineData("lol that was good", "lol that was bad", false)]
    [InlineData("the cat sleeps on my desk", "my new keyboard arrived today", false)]
    [InlineData("gg", "gg", false)]
    public void Near_identical_texts_are_told_from_others(string first, string second, bool near) =>
        Assert.Equal(near, Fingerprint.AreNear(Of(first), Of(second)));

    [Fact]
    public void Similar_messages_come_from_every_channel_oldest_first()
    {
        var history = new BehaviourHistory();
        for (int i = 3; i >= 1; i--)
            history.Observe(At(i, (uint)i) with { ChannelId = new Snowflake((ulong)i), Content = "come and join my new server" });
        history.Observe(At(4, 4) with { Content = "nothing to do with it at all" });
        ulong wanted = Of("come and join my new server");
        Assert.Equal([1UL, 2UL, 3UL], history.Messages(Author, TimeSpan.FromMinutes(1), At(5, 5).At).ToArray().Where(entry => Fingerprint.AreNear(wanted, entry.Fingerprint)).Select(entry => entry.ChannelId.Value));
    }

    [Fact]
    public void Others_messages_do_not_count()
    {
        var history = new BehaviourHistory();
        ChatMessage message = At(1, 1);
        history.Observe(message with { Author = message.Author with { Id = new Snowflake(99) } });
        Assert.Equal(0, history.Messages(Author, TimeSpan.FromMinutes(1), message.At).Length);
    }

    private static ChatMessage At(int second, uint sequence)
    {
        ChatMessage message = OneRule.Message("x", second);
        return message with { Id = Snowflake.At(message.At, sequence) };
    }

    private static ulong Of(string text)
    {
        var views = new TextViews();
        views.Load(text);
        var fingerprint = new Fingerprint();
        fingerprint.Reset();
        fingerprint.Add(views.Folded.Span);
        return fingerprint.Value();
    }
}
