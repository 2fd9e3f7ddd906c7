using System.Globalization;

namespace ModBot.Core.Filters;

/// <summary>The parameters of <see cref="LineFilter"/>.</summary>
public sealed record LineFilterOptions : FilterOptions
{
    /// <summary>So many lines in one message hit.</summary>
    public int Lines { get; init; } = 30;

    /// <summary>So many empty lines after one another hit; 0 for no limit.</summary>
    public int Empty { get; init; }
}

/// <summary>A message of very many lines, or with a long stretch of empty ones.</summary>
public sealed class LineFilter : FilterDefinition<LineFilterOptions>
{
    private static readonly OptionSchema<LineFilterOptions> Schemas = new OptionSchema<LineFilterOptions>()
        .Integer("lines", "So many lines in one message hit.", 2, 4_000, options => options.Lines, (options, value) => options with { Lines = value })
        .Integer("empty", "So many empty lines after one another hit; 0 for no limit.", 0, 4_000, options => options.Empty, (options, value) => options with { Empty = value });

    public override string Id => "lines";

    public override string Description => "A message of very many lines, or of many empty ones.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new(new string('\n', 29) + "end", Hits: true),
        new(new string('\n', 28) + "end", Hits: false),
        new("one line, however long it may be", Hits: false),
        new("up\n\n \n\t\ndown", Hits: true, new LineFilterOptions { Empty = 3 }),
        new("up\n\n \ndown\n\n\nend", Hits: false, new LineFilterOptions { Empty = 3 }),
    ];

    protected override OptionSchema<LineFilterOptions> Options => Schemas;

    protected override ICompiledFilter Compile(LineFilterOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(LineFilterOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            int lines = 0;
            int empty = 0;
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                ReadOnlySpan<char> text = inspection.Surfaces[i].Text.Original;
                int count = text.Count('\n') + 1;
                lines = Math.Max(lines, count);
                if (options.Empty > 0 && count > options.Empty)
                    empty = Math.Max(empty, EmptyLines(text));
            }

            if (lines >= options.Lines)
                hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"{lines} lines (limit {options.Lines})")) { Score = lines });
            if (options.Empty > 0 && empty >= options.Empty)
                hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"{empty} empty lines after one another (limit {options.Empty})")) { Score = empty });
        }

        private static int EmptyLines(ReadOnlySpan<char> text)
        {
            int longest = 0;
            int run = 0;
            foreach (Range line in text.Split('\n'))
            {
                run = text[line].IsWhiteSpace() ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }

            return longest;
        }
    }
}
