using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Judgements to store.</summary>
internal static class Sample
{
    public static readonly Snowflake Guild = new(1_100_000_000_000_000_001);

    public static readonly Snowflake OtherGuild = new(1_100_000_000_000_000_002);

    public static readonly Snowflake Author = new(2_200_000_000_000_000_001);

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static MessageKey Key(ulong message, Snowflake? guild = null, string revision = "00000000000000aa") => new(guild ?? Guild, new Snowflake(message), revision);

    public static Judgement Logged(ulong message, Snowflake? guild = null, Snowflake? author = null, DateTimeOffset? at = null, string revision = "00000000000000aa") =>
        Of(Key(message, guild, revision), Disposition.Log, author, at) with { Content = "" };

    public static Judgement Deleted(ulong message, Snowflake? guild = null, Snowflake? author = null, DateTimeOffset? at = null, string? incident = null) =>
        Of(Key(message, guild), Disposition.Delete, author, at) with { IncidentKey = incident };

    public static Judgement Flagged(ulong message, Snowflake? guild = null, Snowflake? author = null, string rule = "spam") =>
        Of(Key(message, guild), Disposition.Flag, author, null, rule);

    public static Judgement Of(MessageKey key, Disposition disposition, Snowflake? author = null, DateTimeOffset? at = null, string rule = "spam")
    {
        bool acts = disposition > Disposition.Log;
        return new Judgement
        {
            Key = key,
            ChannelId = new Snowflake(3_300_000_000_000_000_001),
            AuthorId = author ?? Author,
            AuthorName = "Ada",
            PostedAt = at ?? Noon,
            JudgedAt = at ?? Noon,
            Content = "cheap watches, write to me",
            Verdict = new Verdict
            {
                Disposition = disposition,
                Intended = disposition,
                Spam = acts ? 0.97f : 0.02f,
                Categories = acts ? CategorySet.Of(Category.Spam, Category.Other) : CategorySet.Empty,
                Hits = acts ? [Hit(rule, disposition)] : [],
                Actions = disposition switch
                {
                    Disposition.Delete => [new DeleteAction(), new StrikeAction { Points = 2 }, new DeleteRelatedAction()],
                    Disposition.Flag => [new FlagAction()],
                    _ => [],
                },
                RuleSetVersion = 3,
                ModelVersion = "seed-1",
                Standing = false,
                Mitigations = acts ? ["the author has standing"] : [],
                Errors = acts ? [new FilterError("links", "link", "broken")] : [],
            },
        };
    }

    public static Review Review(ReviewDecision decision, ulong moderator = 9_000, string reason = "as I see it") =>
        new(decision, new Snowflake(moderator), $"moderator {moderator}", reason, Noon);

    private static Hit Hit(string rule, Disposition disposition) => new()
    {
        Rule = rule,
        Filter = "spam-model",
        Category = Category.Spam,
        Disposition = disposition,
        Reason = "reads like spam",
        Evidence = [new Evidence(SurfaceKind.Content, 0, 0, 5, "chéap", "cheap")],
        Score = 0.97,
        ByModel = true,
        Related = [new MessageReference(new Snowflake(5), new Snowflake(ulong.MaxValue))],
    };
}
