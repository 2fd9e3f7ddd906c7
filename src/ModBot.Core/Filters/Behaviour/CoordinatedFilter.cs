using System.Globalization;
using ModBot.Core.Filters.History;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters.Behaviour;

/// <summary>
/// The same text, link or file from many accounts or in many channels: a raid, or accounts that were taken over. Counted are
/// posts by members without standing, and those of one author in several channels; what staff, a bot or a webhook posted too
/// is an announcement that people pass on, and does not count.
/// </summary>
public sealed class CoordinatedFilter : FilterDefinition<CoordinatedOptions>
{
    private const string Scam = "hey guys I found this site where they hand out free skins, it really works, be quick";
    private const string Chant = "we want the summer event back and we want it this very weekend please";

    private static readonly OptionSchema<CoordinatedOptions> Schemas = new OptionSchema<CoordinatedOptions>()
        .Integer("accounts", "So many accounts, in two channels or more or with what reads like spam.", 2, 1_000, options => options.Accounts, (options, value) => options with { Accounts = value })
        .Integer("accounts-in-one-channel", "So many accounts in one channel, whatever it reads like; 0: never.", 0, 1_000, options => options.AccountsInOneChannel, (options, value) => options with { AccountsInOneChannel = value })
        .Integer("channels", "The same in so many channels, by whoever.", 2, 500, options => options.Channels, (options, value) => options with { Channels = value })
        .Duration("within", "Between the first and the last of them.", TimeSpan.FromSeconds(1), BehaviourHistory.LongestWindow, options => options.Within, (options, value) => options with { Within = value })
        .Toggle("texts", "Near-identical texts of 30 letters or more count.", options => options.Texts, (options, value) => options with { Texts = value })
        .Toggle("links", "Links to the same page count.", options => options.Links, (options, value) => options with { Links = value })
        .Toggle("attachments", "The same files count.", options => options.Attachments, (options, value) => options with { Attachments = value })
        .Number("spam", "Probability of spam from which a text reads like spam.", 0, 1, options => options.Spam, (options, value) => options with { Spam = value })
        .TextList("allow", "Domains that anybody may share.", 500, 253, options => options.Allow, (options, value) => options with { Allow = value });

    public override string Id => "coordinated";

    public override string Description => "The same text, link or file from many accounts or in many channels: a raid.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new(Scam, Hits: true) { Earlier = message => Posts(message, 3, i => (i, i)) },
        new(Scam, Hits: true) { Earlier = message => Posts(message, 3, i => (0, i)) },
        new(Chant, Hits: true) { Earlier = message => Posts(message, 7, i => (i, 0)) },
        new(Chant, Hits: false) { Earlier = message => Posts(message, 6, i => (i, 0)) },
        new(Scam, Hits: false) { Earlier = message => Posts(message, 2, i => (i, i)) },
        new(Scam, Hits: false) { Earlier = message => Posts(message, 9, i => (i, i), byStaff: true) },
        new("claim it https://free-skins.example/claim", Hits: true) { Earlier = message => Posts(message, 3, i => (i, i), i => $"take number {i} at https://free-skins.example/claim?u={i}") },
        new("https://youtube.com/watch?v=abc", Hits: false) { Earlier = message => Posts(message, 9, i => (i, i)) },
        new("gg", Hits: false) { Earlier = message => Posts(message, 20, i => (i, i % 5)) },
        new("happy birthday mia!!", Hits: false) { Earlier = message => Posts(message, 20, i => (i, i % 5)) },
    ];

    protected override OptionSchema<CoordinatedOptions> Options => Schemas;

    protected override ICompiledFilter Compile(CoordinatedOptions options, FilterCompilation compilation) => new CoordinatedInspection(options);

    /// <summary>The same by others: who and where, counted from the example's own author and channel.</summary>
    private static IEnumerable<ChatMessage> Posts(ChatMessage message, int count, Func<int, (int Author, int Channel)> place, Func<int, string>? content = null, bool byStaff = false) =>
        Enumerable.Range(1, count).Select(i => message with
        {
            Id = new Snowflake(message.Id.Value - (ulong)i),
            ChannelId = new Snowflake(message.ChannelId.Value + (ulong)place(i).Channel),
            Author = message.Author with { Id = new Snowflake(message.Author.Id.Value + (ulong)place(i).Author), IsModerator = byStaff && i == 1 },
            Content = content?.Invoke(i) ?? message.Content.Replace("!!", new string('!', 1 + (i % 3)), StringComparison.Ordinal),
        });
}
