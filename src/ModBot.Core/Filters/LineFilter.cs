using System.Globalization;

namespace ModBot.Core.Filters;

/// <summary>The parameters of <see cref="LineFilter"/>.</summary>
public sealed record LineFilterOptions : FilterOptions
{
    /// <summary>So many lines in one message hit.</summary>
    public int Lines { get; init; } = 30;
}

/// <summary>A message of very many lines.</summary>
public sealed class LineFilter : FilterDefinition<LineFilterOptions>
{
    private static readonly OptionSchema<LineFilterOptions> Schemas = new OptionSchema<LineFilterOptions>()
        .Integer("lines", "So many lines in one message hit.", 2, 4_000, options => options.Lines, (options, value) => options with { Lines = value });

    public override string Id => "lines";

    public override string Description => "A message of very many lines.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new(new string('\n', 29) + "end", Hits: true),
        new(new string('\n', 28) + "end", Hits: false),
        new("one line, however long it may be", Hits: false),
    ];

    protected override OptionSchema<LineFilterOptions> Options => Schemas;

    protected override ICompiledFilter Compile(LineFilterOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(LineFilterOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            int lines = 0;
            for (int i = 0; i < inspection.Surfaces.Count; i++)
                lines = Math.Max(lines, inspection.Surfaces[i].Text.Original.AsSpan().Count('\n') + 1);
            if (lines >= options.Lines)
                hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"{lines} lines (limit {options.Lines})")) { Score = lines });
        }
    }
}
