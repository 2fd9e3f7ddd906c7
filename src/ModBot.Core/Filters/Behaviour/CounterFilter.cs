using System.Globalization;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Rules;

namespace ModBot.Core.Filters.Behaviour;

/// <summary>Which way a counter goes.</summary>
public enum CounterDirection
{
    /// <summary>It reaches the amount.</summary>
    Rises,

    /// <summary>It falls below the amount.</summary>
    Falls,
}

/// <summary>The parameters of <see cref="CounterFilter"/>.</summary>
public sealed record CounterOptions : FilterOptions
{
    /// <summary>The counter's name; empty: any counter.</summary>
    public string Counter { get; init; } = "";

    public double At { get; init; } = 3;

    public CounterDirection Direction { get; init; } = CounterDirection.Rises;
}

/// <summary>A named counter reaches an amount, or falls below it: so violations of many rules add up.</summary>
public sealed class CounterFilter : FilterDefinition<CounterOptions>
{
    private static readonly OptionSchema<CounterOptions> Schemas = new OptionSchema<CounterOptions>()
        .Text("counter", "The counter's name; empty: any counter.", CounterSpec.MaximumName, options => options.Counter, (options, value) => options with { Counter = value })
        .Number("at", "The amount.", 0, 1_000_000, options => options.At, (options, value) => options with { At = value })
        .Choice("direction", "rises: reaches the amount; falls: falls below it.", options => options.Direction, (options, value) => options with { Direction = value });

    public override string Id => "counter";

    public override string Description => "A named counter reaches an amount, or falls below it.";

    public override OccurrenceKinds Watches => OccurrenceKinds.CounterCrossed;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("heat 2 → 3", Hits: true) { Instead = message => Crossing(message, 2, 3) },
        new("heat 3 → 4", Hits: false) { Instead = message => Crossing(message, 3, 4) },
        new("heat 3 → 2", Hits: false) { Instead = message => Crossing(message, 3, 2) },
        new("heat 3 → 2", Hits: true, new CounterOptions { Direction = CounterDirection.Falls }) { Instead = message => Crossing(message, 3, 2) },
        new("heat 2 → 3", Hits: false, new CounterOptions { Counter = "caps" }) { Instead = message => Crossing(message, 2, 3) },
    ];

    protected override OptionSchema<CounterOptions> Options => Schemas;

    protected override void Check(CounterOptions options, List<OptionFault> faults)
    {
        if (options.Counter.Length > 0)
            CounterSpec.CheckName("counter", options.Counter, faults);
    }

    protected override ICompiledFilter Compile(CounterOptions options, FilterCompilation compilation) => new Compiled(options);

    private static CounterCrossing Crossing(ChatMessage message, double from, double to) =>
        new() { Id = message.Author.Id, GuildId = message.GuildId, Author = message.Author, HappenedAt = message.At, Counter = "heat", From = from, To = to };

    private sealed class Compiled(CounterOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            var crossing = (CounterCrossing)inspection.Occurrence;
            if (options.Counter.Length > 0 && !string.Equals(options.Counter, crossing.Counter, StringComparison.Ordinal))
                return;
            bool before = crossing.From >= options.At;
            bool after = crossing.To >= options.At;
            if (before != after && after == (options.Direction == CounterDirection.Rises))
                hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"the counter {crossing.Counter} {(after ? "reached" : "fell below")} {options.At:0.##} (now {crossing.To:0.##})")) { Score = crossing.To });
        }
    }
}
