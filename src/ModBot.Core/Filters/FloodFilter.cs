using System.Globalization;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>The parameters of <see cref="FloodFilter"/>.</summary>
public sealed record FloodFilterOptions : FilterOptions
{
    /// <summary>So many messages hit.</summary>
    public int Count { get; init; } = 8;

    /// <summary>Seconds of message time in which they are posted.</summary>
    public int Within { get; init; } = 5;
}

/// <summary>One author posts many messages in a short time, whatever they say.</summary>
public sealed class FloodFilter : FilterDefinition<FloodFilterOptions>
{
    private static readonly OptionSchema<FloodFilterOptions> Schemas = new OptionSchema<FloodFilterOptions>()
        .Integer("count", "So many messages hit.", 2, 1_000, options => options.Count, (options, value) => options with { Count = value })
        .Integer("within", "Seconds in which they are posted.", 1, 86_400, options => options.Within, (options, value) => options with { Within = value });

    public override string Id => "flood";

    public override string Description => "One author posts many messages in a short time.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("and", Hits: true) { Before = ["so", "then", "he", "said", "to", "me", "wait"] },
        new("and", Hits: false) { Before = ["so", "then", "he", "said"] },
    ];

    protected override OptionSchema<FloodFilterOptions> Options => Schemas;

    protected override ICompiledFilter Compile(FloodFilterOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(FloodFilterOptions options) : ICompiledFilter
    {
        public TimeSpan Window { get; } = TimeSpan.FromSeconds(options.Within);

        public void Inspect(Inspection inspection, HitSink hits)
        {
            ChatMessage message = inspection.Message;
            if (message.IsEdit)
                return;
            int count = inspection.History.CountMessages(message.Author.Id, Window, message.At) + 1;
            if (count < options.Count)
                return;
            hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"{count} messages within {options.Within} s (limit {options.Count})"))
            {
                Score = count,
                IncidentKey = $"flood:{message.Author.Id}",
            });
        }
    }
}
