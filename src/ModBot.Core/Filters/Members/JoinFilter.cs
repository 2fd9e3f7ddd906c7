using System.Globalization;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters.Members;

/// <summary>The parameters of <see cref="JoinFilter"/>.</summary>
public sealed record JoinOptions : FilterOptions
{
    /// <summary>Only accounts younger than that; 0: of any age.</summary>
    public TimeSpan AccountUnder { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Only accounts without a picture of their own.</summary>
    public bool NoAvatar { get; init; }
}

/// <summary>Somebody joins, with a young account or without a picture if asked for.</summary>
public sealed class JoinFilter : FilterDefinition<JoinOptions>
{
    private static readonly OptionSchema<JoinOptions> Schemas = new OptionSchema<JoinOptions>()
        .Duration("account-under", "Only accounts younger than this; 0s: of any age.", TimeSpan.Zero, TimeSpan.FromDays(3_650), options => options.AccountUnder, (options, value) => options with { AccountUnder = value })
        .Toggle("no-avatar", "Only accounts without a picture of their own.", options => options.NoAvatar, (options, value) => options with { NoAvatar = value });

    public override string Id => "join";

    public override string Description => "A member joins: with a young account, without a picture, or any.";

    public override OccurrenceKinds Watches => OccurrenceKinds.MemberJoined;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("account of an hour", Hits: true) { Instead = message => Arrival(message, TimeSpan.FromHours(1)) },
        new("account of a week", Hits: false) { Instead = message => Arrival(message, TimeSpan.FromDays(7)) },
        new("account of a week", Hits: true, new JoinOptions { AccountUnder = TimeSpan.Zero }) { Instead = message => Arrival(message, TimeSpan.FromDays(7)) },
        new("account of an hour with a picture", Hits: false, new JoinOptions { NoAvatar = true }) { Instead = message => Arrival(message, TimeSpan.FromHours(1)) },
        new("account of an hour without a picture", Hits: true, new JoinOptions { NoAvatar = true }) { Instead = message => Arrival(message, TimeSpan.FromHours(1), avatar: false) },
    ];

    protected override OptionSchema<JoinOptions> Options => Schemas;

    protected override ICompiledFilter Compile(JoinOptions options, FilterCompilation compilation) => new Compiled(options);

    private static MemberArrival Arrival(ChatMessage message, TimeSpan accountAge, bool avatar = true) => new()
    {
        Id = Snowflake.At(message.At - accountAge),
        GuildId = message.GuildId,
        Author = message.Author with { Id = Snowflake.At(message.At - accountAge), HasAvatar = avatar, JoinedAt = message.At },
        HappenedAt = message.At,
    };

    private sealed class Compiled(JoinOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            Occurrence occurrence = inspection.Occurrence;
            TimeSpan age = occurrence.At - occurrence.Author.Id.Timestamp;
            if ((options.AccountUnder > TimeSpan.Zero && age >= options.AccountUnder) || (options.NoAvatar && occurrence.Author.HasAvatar))
                return;
            hits.Add(string.Create(CultureInfo.InvariantCulture, $"joined with an account {DurationText.Write(age)} old{(occurrence.Author.HasAvatar ? "" : ", without a picture")}"));
        }
    }
}
