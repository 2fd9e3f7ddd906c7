using System.Globalization;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>The parameters of <see cref="RepeatFilter"/>.</summary>
public sealed record RepeatFilterOptions : FilterOptions
{
    /// <summary>The so-many-th near-identical message hits.</summary>
    public int Count { get; init; } = 4;

    /// <summary>Seconds of message time that the messages may be apart in all.</summary>
    public int Within { get; init; } = 60;
}

/// <summary>One author posts nearly the same again and again, in whichever channels.</summary>
public sealed class RepeatFilter : FilterDefinition<RepeatFilterOptions>
{
    private static readonly OptionSchema<RepeatFilterOptions> Schemas = new OptionSchema<RepeatFilterOptions>()
        .Integer("count", "The so-many-th near-identical message hits.", 2, 250, options => options.Count, (options, value) => options with { Count = value })
        .Integer("within", "Seconds between the first and the last of them.", 1, 86_400, options => options.Within, (options, value) => options with { Within = value });

    public override string Id => "repeat";

    public override string Description => "One author posts nearly the same message several times, in any channels.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("buy my sticker pack now", Hits: true) { Before = Enumerable.Repeat("buy my sticker pack now!", 3).ToArray() },
        new("buy my sticker pack now", Hits: false) { Before = Enumerable.Repeat("buy my sticker pack now!", 2).ToArray() },
        new("are you coming tonight", Hits: false) { Before = ["the train is late again", "pizza or pasta", "see you at eight then"] },
    ];

    protected override OptionSchema<RepeatFilterOptions> Options => Schemas;

    protected override ICompiledFilter Compile(RepeatFilterOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(RepeatFilterOptions options) : ICompiledFilter
    {
        public TimeSpan Window { get; } = TimeSpan.FromSeconds(options.Within);

        public void Inspect(Inspection inspection, HitSink hits)
        {
            ChatMessage message = inspection.Message;
            if (message.IsEdit || inspection.Fingerprint == 0 || inspection.History.CountMessages(message.Author.Id, Window, message.At) < options.Count - 1)
                return;
            var earlier = new List<MessageReference>();
            inspection.History.FindSimilar(message.Author.Id, inspection.Fingerprint, Window, message.At, earlier);
            if (earlier.Count < options.Count - 1)
                return;
            hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"near-identical message number {earlier.Count + 1} within {options.Within} s"))
            {
                Score = earlier.Count + 1,

                // The first message stays; the hit that fills the count removes the repeats before it, later ones only themselves.
                Related = earlier.Count == options.Count - 1 ? earlier.Skip(1).ToArray() : [],
                IncidentKey = $"repeat:{message.Author.Id}",
            });
        }
    }
}
