using System.Globalization;
using ModBot.Core.Filters.History;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters;

/// <summary>The parameters of <see cref="FloodFilter"/>.</summary>
public sealed record FloodFilterOptions : FilterOptions
{
    public FloodKind What { get; init; } = FloodKind.Messages;

    /// <summary>So much hits.</summary>
    public int Count { get; init; } = 8;

    /// <summary>The window, in message time.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(5);

    public FloodScope Per { get; init; } = FloodScope.Author;

    /// <summary>Of mentions, count each user and role once in the window.</summary>
    public bool Distinct { get; init; }
}

/// <summary>Much of something in a short time: messages, mentions, links, attachments, emoji, lines …</summary>
public sealed class FloodFilter : FilterDefinition<FloodFilterOptions>
{
    private static readonly OptionSchema<FloodFilterOptions> Schemas = new OptionSchema<FloodFilterOptions>()
        .Choice("what", "What is counted.", options => options.What, (options, value) => options with { What = value })
        .Integer("count", "So much hits.", 2, 1_000_000, options => options.Count, (options, value) => options with { Count = value })
        .Duration("within", "The time in which it is posted.", TimeSpan.FromSeconds(1), BehaviourHistory.LongestWindow, options => options.Within, (options, value) => options with { Within = value })
        .Choice("per", "Whose posts are added up.", options => options.Per, (options, value) => options with { Per = value })
        .Toggle("distinct", "Of mentions, count each user and role once.", options => options.Distinct, (options, value) => options with { Distinct = value });

    public override string Id => "flood";

    public override string Description => "Much in a short time: messages, mentions, links, attachments, emoji, lines and more.";

    public override OccurrenceKinds Watches => OccurrenceKinds.Message | OccurrenceKinds.ThreadCreated;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("and", Hits: true) { Before = ["so", "then", "he", "said", "to", "me", "wait"] },
        new("and", Hits: false) { Before = ["so", "then", "he", "said"] },
        new("https://c.example", Hits: true, new FloodFilterOptions { What = FloodKind.Links, Count = 3 }) { Before = ["https://a.example", "https://b.example"] },
        new("no link here", Hits: false, new FloodFilterOptions { What = FloodKind.Links, Count = 3 }) { Before = ["https://a.example", "https://b.example", "https://c.example"] },
        new("<@1> <@2> <@&3>", Hits: true, new FloodFilterOptions { What = FloodKind.Mentions, Count = 5 }) { Before = ["<@1> <@2>"] },
        new("<@1> <@2> <@&3>", Hits: false, new FloodFilterOptions { What = FloodKind.Mentions, Count = 5, Distinct = true }) { Before = ["<@1> <@2>"] },
        new("\U0001F600\U0001F600", Hits: true, new FloodFilterOptions { What = FloodKind.Emoji, Count = 4 }) { Before = ["<:hey:123456789012345678>\U0001F600"] },
        new("a\nb\nc", Hits: true, new FloodFilterOptions { What = FloodKind.Lines, Count = 5 }) { Before = ["a\nb"] },
        new("hello", Hits: true, new FloodFilterOptions { What = FloodKind.Messages, Count = 3, Per = FloodScope.Channel }) { Earlier = message => ByOthers(message, 2) },
        new("hello", Hits: false, new FloodFilterOptions { What = FloodKind.Messages, Count = 3, Per = FloodScope.Channel }) { Earlier = message => ByOthers(message with { ChannelId = new Snowflake(9) }, 2) },
        new("hello", Hits: true, new FloodFilterOptions { What = FloodKind.Messages, Count = 3, Per = FloodScope.Server }) { Earlier = message => ByOthers(message with { ChannelId = new Snowflake(9) }, 2) },
    ];

    protected override OptionSchema<FloodFilterOptions> Options => Schemas;

    protected override ICompiledFilter Compile(FloodFilterOptions options, FilterCompilation compilation) => new Compiled(options);

    private static IEnumerable<ChatMessage> ByOthers(ChatMessage message, int count) => Enumerable.Range(1, count).Select(i => message with
    {
        Id = new Snowflake(message.Id.Value - (ulong)i),
        Author = message.Author with { Id = new Snowflake(message.Author.Id.Value + (ulong)i) },
        Content = $"hello number {i}",
    });

    private sealed class Compiled(FloodFilterOptions options) : ICompiledFilter
    {
        private readonly string noun = $"{RuleWords.NameOf(options.What)} {options.Per switch { FloodScope.Author => "by one author", FloodScope.AuthorInChannel => "by one author in one channel", FloodScope.Channel => "in one channel", _ => "in the server" }}";

        private bool IsOfAuthor => options.Per is FloodScope.Author or FloodScope.AuthorInChannel && options.What != FloodKind.Threads;

        public HistoryNeed Need => IsOfAuthor ? new HistoryNeed(HistoryPart.Authors, options.Within) : new HistoryNeed(HistoryPart.Sums, options.Within, options.What, options.Per);

        public void Inspect(Inspection inspection, HitSink hits)
        {
            int own = OwnOf(inspection);
            if (own == 0)
                return;
            Occurrence occurrence = inspection.Occurrence;
            int count = own + (IsOfAuthor ? OfAuthor(inspection) : inspection.History.Sum(options.What, Place(occurrence), options.Within, occurrence.At));
            if (count >= options.Count && options.Distinct && options.What is FloodKind.Mentions or FloodKind.UserMentions or FloodKind.RoleMentions)
                count = Distinct(inspection);
            if (count < options.Count)
                return;
            hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"{count} {noun} within {DurationText.Write(options.Within)} (limit {options.Count})"))
            {
                Score = count,
                IncidentKey = $"flood:{(IsOfAuthor ? occurrence.Author.Id : Place(occurrence))}",
            });
        }

        /// <summary>What this adds; edits add nothing, they ping nobody and push nothing away.</summary>
        private int OwnOf(Inspection inspection)
        {
            if (options.What == FloodKind.Threads)
                return inspection.IsMessage ? 0 : 1;
            if (!inspection.IsMessage || inspection.Message.IsEdit)
                return 0;
            return options.What == FloodKind.Messages ? 1 : inspection.Trace.Measure.Of(options.What);
        }

        private Snowflake Place(Occurrence occurrence) => options.Per == FloodScope.Server ? default : occurrence is ThreadOccurrence thread ? thread.ParentChannelId ?? thread.ChannelId : occurrence.ChannelId;

        private int OfAuthor(Inspection inspection)
        {
            Occurrence occurrence = inspection.Occurrence;
            ReadOnlySpan<TrailEntry> earlier = inspection.History.Messages(occurrence.Author.Id, options.Within, occurrence.At);
            if (options is { What: FloodKind.Messages, Per: FloodScope.Author })
                return earlier.Length;
            int count = 0;
            foreach (ref readonly TrailEntry entry in earlier)
            {
                if (options.Per == FloodScope.Author || entry.ChannelId == occurrence.ChannelId)
                    count += entry.Measure.Of(options.What);
            }

            return count;
        }

        private int Distinct(Inspection inspection)
        {
            Occurrence occurrence = inspection.Occurrence;
            var mentioned = new HashSet<Snowflake>(inspection.Trace.Mentioned ?? []);
            if (!IsOfAuthor)
            {
                inspection.History.Mentioned(options.What, Place(occurrence), options.Within, occurrence.At, mentioned);
                return mentioned.Count;
            }

            foreach (ref readonly TrailEntry entry in inspection.History.Messages(occurrence.Author.Id, options.Within, occurrence.At))
            {
                if (entry.Mentioned is { } others && (options.Per == FloodScope.Author || entry.ChannelId == occurrence.ChannelId))
                    mentioned.UnionWith(others);
            }

            return mentioned.Count;
        }
    }
}
