using System.Globalization;
using ModBot.Core.Filters.History;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters.Members;

/// <summary>The parameters of <see cref="JoinRateFilter"/>.</summary>
public sealed record JoinRateOptions : FilterOptions
{
    /// <summary>So many members join.</summary>
    public int Count { get; init; } = 10;

    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Only accounts younger than that count; 0: of any age.</summary>
    public TimeSpan AccountUnder { get; init; }

    /// <summary>Only accounts without a picture of their own count.</summary>
    public bool NoAvatar { get; init; }
}

/// <summary>
/// Many members join in a short time: a raid. The action <c>raid-level</c> raises the level and lets it fall again by itself;
/// sanctions are also for those who joined before the count was full.
/// </summary>
public sealed class JoinRateFilter : FilterDefinition<JoinRateOptions>
{
    private static readonly OptionSchema<JoinRateOptions> Schemas = new OptionSchema<JoinRateOptions>()
        .Integer("count", "So many members join.", 2, 10_000, options => options.Count, (options, value) => options with { Count = value })
        .Duration("within", "The time in which they join.", TimeSpan.FromSeconds(1), BehaviourHistory.LongestWindow, options => options.Within, (options, value) => options with { Within = value })
        .Duration("account-under", "Only accounts younger than this count; 0s: of any age.", TimeSpan.Zero, TimeSpan.FromDays(3_650), options => options.AccountUnder, (options, value) => options with { AccountUnder = value })
        .Toggle("no-avatar", "Only accounts without a picture of their own count.", options => options.NoAvatar, (options, value) => options with { NoAvatar = value });

    public override string Id => "join-rate";

    public override string Description => "Many members join in a short time: a raid.";

    public override OccurrenceKinds Watches => OccurrenceKinds.MemberJoined;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("ten in ten seconds", Hits: true) { Earlier = message => Before(message, 9), Instead = message => Arrival(message, TimeSpan.FromDays(100)) },
        new("nine in nine seconds", Hits: false) { Earlier = message => Before(message, 8), Instead = message => Arrival(message, TimeSpan.FromDays(100)) },
        new("ten old accounts", Hits: false, new JoinRateOptions { AccountUnder = TimeSpan.FromDays(7) }) { Earlier = message => Before(message, 9), Instead = message => Arrival(message, TimeSpan.FromDays(100)) },
        new("ten in a minute", Hits: false, new JoinRateOptions { Within = TimeSpan.FromSeconds(5) }) { Earlier = message => Before(message, 9), Instead = message => Arrival(message, TimeSpan.FromDays(100)) },
    ];

    protected override OptionSchema<JoinRateOptions> Options => Schemas;

    protected override ICompiledFilter Compile(JoinRateOptions options, FilterCompilation compilation) => new Compiled(options);

    private static IEnumerable<Occurrence> Before(ChatMessage message, int count) => Enumerable.Range(1, count).Select(i => Arrival(message, TimeSpan.FromDays(100), number: i));

    private static MemberArrival Arrival(ChatMessage message, TimeSpan accountAge, bool avatar = true, int number = 0) => new()
    {
        Id = Snowflake.At(message.At - accountAge, (uint)number),
        GuildId = message.GuildId,
        Author = message.Author with { Id = Snowflake.At(message.At - accountAge, (uint)number), HasAvatar = avatar, JoinedAt = message.At.AddSeconds(-number) },
        HappenedAt = message.At.AddSeconds(-number),
    };

    private sealed class Compiled(JoinRateOptions options) : ICompiledFilter
    {
        public HistoryNeed Need { get; } = new(HistoryPart.Members, options.Within);

        public void Inspect(Inspection inspection, HitSink hits)
        {
            Occurrence occurrence = inspection.Occurrence;
            var own = new Arrival(occurrence.At.ToUnixTimeMilliseconds(), occurrence.Author.Id, occurrence.Author.HasAvatar);
            if (!Counts(own))
                return;
            var earlier = new List<Arrival>();
            inspection.History.FindArrivals(options.Within, occurrence.At, earlier);
            earlier.RemoveAll(arrival => arrival.Member == own.Member || !Counts(arrival));
            int count = earlier.Count + 1;
            if (count < options.Count)
                return;
            hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"{count} members joined within {DurationText.Write(options.Within)} (limit {options.Count})"))
            {
                Score = count,

                // The one that fills the count takes those before along; later ones stand for themselves.
                RelatedMembers = count == options.Count ? [.. earlier.Select(arrival => arrival.Member)] : [],
                IncidentKey = "join-rate",
            });
        }

        private bool Counts(Arrival arrival) =>
            !(options.NoAvatar && arrival.HasAvatar) && (options.AccountUnder == TimeSpan.Zero || arrival.At - arrival.Member.UnixMilliseconds < options.AccountUnder.TotalMilliseconds);
    }
}
