using ModBot.Core.Filters;
using ModBot.Core.Filters.Behaviour;
using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Filters.Behaviour;

/// <summary>The same from many, and what only looks like it, under the default rules.</summary>
public sealed class RaidTests(SeedModelFixture seeds) : IClassFixture<SeedModelFixture>
{
    private const int Accounts = 50;
    private const int Channels = 20;
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly FilterPipeline pipeline = new();
    private readonly CompiledRuleSet rules = CompiledRuleSet.Compile(DefaultRuleSet.Create(), RuleMode.Enforce, FilterRegistry.BuiltIn);
    private readonly BehaviourHistory history = new();
    private uint posted;

    public enum Order
    {
        AccountByAccount,
        ChannelByChannel,
        Shuffled,
    }

    [Theory]
    [InlineData(Order.AccountByAccount)]
    [InlineData(Order.ChannelByChannel)]
    [InlineData(Order.Shuffled)]
    public void A_raid_is_caught_at_its_fourth_message_cleaned_whole_and_one_incident(Order order)
    {
        history.Keep(rules.History);
        var verdicts = new List<(ChatMessage Message, Verdict Verdict)>();
        foreach ((int account, int channel) in Places(order))
            verdicts.Add(Take(account, channel, Scam(account, channel)));
        Assert.All(verdicts.Skip(3), pair => Assert.Equal(Disposition.Delete, pair.Verdict.Disposition));
        HashSet<Snowflake> removed = [.. verdicts.Where(pair => pair.Verdict.Disposition == Disposition.Delete).Select(pair => pair.Message.Id)];
        removed.UnionWith(verdicts.SelectMany(pair => pair.Verdict.Hits).Where(hit => hit.Disposition == Disposition.Delete).SelectMany(hit => hit.Related).Select(related => related.MessageId));
        Assert.Equal(verdicts.Select(pair => pair.Message.Id).Order(), removed.Order());
        Assert.Single(verdicts.Where(pair => pair.Verdict.Disposition == Disposition.Delete).Select(pair => pair.Verdict.IncidentKey).Distinct());

        // What was taken along once is not asked for again with every message that follows.
        Assert.InRange(verdicts.SelectMany(pair => pair.Verdict.Hits).Where(hit => hit.Rule == "coordinated").Sum(hit => hit.Related.Count), 0, 3);
    }

    [Theory]
    [InlineData("gg")]
    [InlineData("lol")]
    [InlineData("happy birthday!!")]
    [InlineData("welcome to the server")]
    [InlineData("good morning everyone")]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://tenor.com/view/cat-dance-gif-123456")]
    public void What_everybody_says_is_no_raid(string text)
    {
        history.Keep(rules.History);
        for (int i = 0; i < 60; i++)
            Assert.True(Take(i, i % 6, text).Verdict.Disposition < Disposition.Delete, $"{text} from account {i}");
    }

    [Fact]
    public void A_good_link_that_staff_announced_may_be_passed_on_by_everybody()
    {
        history.Keep(rules.History);
        const string text = "the tournament page is up: https://tournament-pages.example/spring";
        Take(0, 0, text, change: message => message with { Author = message.Author with { IsModerator = true } });
        for (int i = 1; i < 60; i++)
            Assert.Equal(Disposition.Log, Take(i, i % 6, i % 2 == 0 ? text : "look https://tournament-pages.example/spring").Verdict.Disposition);
    }

    [Fact]
    public void Members_with_standing_may_say_the_same_once_each()
    {
        history.Keep(rules.History);
        for (int i = 0; i < 30; i++)
            Assert.Equal(Disposition.Log, Take(i, i % 3, "the maintenance tonight was announced on https://status-of-the-game.example/now", MemberFacts.Trusted).Verdict.Disposition);
    }

    [Fact]
    public void An_account_with_standing_that_was_taken_over_is_caught_in_the_channels_it_touches()
    {
        history.Keep(rules.History);
        var verdicts = new List<Verdict>();
        for (int channel = 0; channel < 6; channel++)
            verdicts.Add(Take(1, channel, "hello friends, my cousin sells his concert tickets over at https://cousins-tickets.example/front", MemberFacts.Trusted).Verdict);
        Assert.Equal([Disposition.Log, Disposition.Log, Disposition.Log, Disposition.Delete, Disposition.Delete, Disposition.Delete], verdicts.Select(verdict => verdict.Disposition));
        Assert.Equal(3, verdicts[3].Hits.Single(hit => hit.Rule == "coordinated").Related.Count);
    }

    [Fact]
    public void A_member_who_says_different_things_in_many_channels_is_left_alone()
    {
        history.Keep(rules.History);
        string[] texts = ["does anybody know when the shop opens again on monday", "my sister made this drawing of the old castle by the sea", "the new patch broke my keyboard settings, what did you do", "I will be late for the match tonight because of the train", "can somebody explain the rules of this channel to me please"];
        for (int i = 0; i < texts.Length; i++)
            Assert.Equal(Disposition.Log, Take(1, i, texts[i]).Verdict.Disposition);
    }

    private static IEnumerable<(int Account, int Channel)> Places(Order order)
    {
        IEnumerable<(int Account, int Channel)> all = Enumerable.Range(0, Accounts).SelectMany(account => Enumerable.Range(0, Channels).Select(channel => (account, channel)));
        if (order == Order.ChannelByChannel)
            return all.OrderBy(place => place.Channel).ThenBy(place => place.Account);
        (int Account, int Channel)[] places = [.. all];
        if (order == Order.Shuffled)
            new Random(7).Shuffle(places);
        return places;
    }

    /// <summary>One scam in many words: amounts, names, greetings, cases and tracking codes differ.</summary>
    private static string Scam(int account, int channel)
    {
        string[] greetings = ["hey guys", "hi all", "Hello everyone", "yo", "hey"];
        string[] ends = ["", "!!", " 🎁", " (only today)", " <3"];
        return $"{greetings[account % 5]} I just got {40 + account} dollars of skins from this giveaway, claim yours before it ends https://skins-for-everyone.example/claim?u={account}{channel}{ends[channel % 5]}";
    }

    private (ChatMessage Message, Verdict Verdict) Take(int account, int channel, string text, MemberFacts? member = null, Func<ChatMessage, ChatMessage>? change = null)
    {
        ChatMessage message = OneRule.Message(text) with
        {
            Id = Snowflake.At(Start.AddMilliseconds(40 * posted), posted++),
            ChannelId = new Snowflake(100 + (ulong)channel),
            Author = new MessageAuthor { Id = new Snowflake(1_000 + (ulong)account), Username = $"raider{account}", JoinedAt = Start.AddMinutes(-5) },
        };
        message = change?.Invoke(message) ?? message;
        Verdict verdict = pipeline.Judge(message, rules, seeds.Model, member ?? new MemberFacts(message.Author.JoinedAt, 0), history);
        history.Observe(message, verdict);
        return (message, verdict);
    }
}
