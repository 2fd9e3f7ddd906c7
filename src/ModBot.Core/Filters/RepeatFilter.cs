using System.Globalization;
using ModBot.Core.Filters.History;
using ModBot.Core.Messages;
using ModBot.Core.Text;

namespace ModBot.Core.Filters;

/// <summary>How alike messages must be.</summary>
public enum RepeatMatch
{
    /// <summary>Nearly the same text; of messages without text, the same files. Very short texts are no repetition.</summary>
    Near,

    /// <summary>The same letters and the same files, however short.</summary>
    Exact,
}

/// <summary>The parameters of <see cref="RepeatFilter"/>.</summary>
public sealed record RepeatFilterOptions : FilterOptions
{
    /// <summary>The so-many-th such message hits.</summary>
    public int Count { get; init; } = 4;

    /// <summary>Message time that the messages may be apart in all.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(60);

    public RepeatMatch Match { get; init; } = RepeatMatch.Near;

    /// <summary>Count those in other channels too.</summary>
    public bool AcrossChannels { get; init; } = true;
}

/// <summary>One author posts nearly the same again and again, in whichever channels.</summary>
public sealed class RepeatFilter : FilterDefinition<RepeatFilterOptions>
{
    private static readonly OptionSchema<RepeatFilterOptions> Schemas = new OptionSchema<RepeatFilterOptions>()
        .Integer("count", "The so-many-th such message hits.", 2, 250, options => options.Count, (options, value) => options with { Count = value })
        .Duration("within", "Between the first and the last of them.", TimeSpan.FromSeconds(1), BehaviourHistory.LongestWindow, options => options.Within, (options, value) => options with { Within = value })
        .Choice("match", "near: nearly the same; exact: the same letters and files, however short.", options => options.Match, (options, value) => options with { Match = value })
        .Toggle("across-channels", "Count those in other channels too.", options => options.AcrossChannels, (options, value) => options with { AcrossChannels = value });

    private static readonly MessageAttachment Picture = new("image.png", null, "image/png", 48_213);

    public override string Id => "repeat";

    public override string Description => "One author posts nearly the same message several times, in any channels.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("buy my sticker pack now", Hits: true) { Before = Enumerable.Repeat("buy my sticker pack now!", 3).ToArray() },
        new("buy my sticker pack now", Hits: false) { Before = Enumerable.Repeat("buy my sticker pack now!", 2).ToArray() },
        new("are you coming tonight", Hits: false) { Before = ["the train is late again", "pizza or pasta", "see you at eight then"] },
        new("gg", Hits: false) { Before = ["gg", "gg", "gg"] },
        new("gg", Hits: true, new RepeatFilterOptions { Match = RepeatMatch.Exact }) { Before = ["gg", "gg", "GG!"] },
        new("", Hits: true) { Change = message => message with { Attachments = [Picture] }, Earlier = message => Pictures(message, _ => Picture.Size) },
        new("", Hits: false) { Change = message => message with { Attachments = [Picture] }, Earlier = message => Pictures(message, i => Picture.Size + i) },
        new("come to my server please", Hits: false, new RepeatFilterOptions { AcrossChannels = false })
        {
            Earlier = message => Enumerable.Range(1, 3).Select(i => message with { Id = new Snowflake(message.Id.Value - (ulong)i), ChannelId = new Snowflake((ulong)i + 100) }),
        },
    ];

    protected override OptionSchema<RepeatFilterOptions> Options => Schemas;

    protected override ICompiledFilter Compile(RepeatFilterOptions options, FilterCompilation compilation) => new Compiled(options);

    private static IEnumerable<ChatMessage> Pictures(ChatMessage message, Func<int, long> sizeOf) => Enumerable.Range(1, 3).Select(i => message with
    {
        Id = new Snowflake(message.Id.Value - (ulong)i),
        Content = "",
        Attachments = [Picture with { Size = sizeOf(i) }],
    });

    private sealed class Compiled(RepeatFilterOptions options) : ICompiledFilter
    {
        public HistoryNeed Need { get; } = new(HistoryPart.Authors, options.Within);

        public void Inspect(Inspection inspection, HitSink hits)
        {
            ChatMessage message = inspection.Message;
            if (message.IsEdit)
                return;
            ReadOnlySpan<TrailEntry> before = inspection.History.Messages(message.Author.Id, options.Within, message.At);
            if (before.Length < options.Count - 1)
                return;
            var earlier = new List<MessageReference>();
            foreach (ref readonly TrailEntry entry in before)
            {
                if ((options.AcrossChannels || entry.ChannelId == message.ChannelId) && IsSame(inspection.Trace, entry))
                    earlier.Add(new MessageReference(entry.ChannelId, entry.MessageId));
            }

            if (earlier.Count < options.Count - 1)
                return;
            hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"{(options.Match == RepeatMatch.Near ? "near-identical" : "identical")} message number {earlier.Count + 1} within {DurationText.Write(options.Within)}"))
            {
                Score = earlier.Count + 1,

                // The first message stays; the hit that fills the count removes the repeats before it, later ones only themselves.
                Related = earlier.Count == options.Count - 1 ? earlier.Skip(1).ToArray() : [],
                IncidentKey = $"repeat:{message.Author.Id}",
            });
        }

        private bool IsSame(in MessageTrace trace, in TrailEntry entry)
        {
            if (options.Match == RepeatMatch.Exact)
                return trace.Content != 0 && trace.Content == entry.Content;
            return trace.Letters == 0 && trace.Files != 0
                ? trace.Files == entry.Files
                : Fingerprint.AreNear(trace.Fingerprint, entry.Fingerprint);
        }
    }
}
