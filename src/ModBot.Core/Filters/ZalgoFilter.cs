using System.Globalization;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters;

/// <summary>The parameters of <see cref="ZalgoFilter"/>.</summary>
public sealed record ZalgoFilterOptions : FilterOptions
{
    /// <summary>So many combining marks on one letter make a stack; no living script needs more than three.</summary>
    public int Marks { get; init; } = 4;

    /// <summary>So many stacks in one message hit.</summary>
    public int Stacks { get; init; } = 3;
}

/// <summary>Letters with piles of combining marks that run over other people's lines.</summary>
public sealed class ZalgoFilter : FilterDefinition<ZalgoFilterOptions>
{
    private static readonly OptionSchema<ZalgoFilterOptions> Schemas = new OptionSchema<ZalgoFilterOptions>()
        .Integer("marks", "So many combining marks on one letter make a stack.", 2, 50, options => options.Marks, (options, value) => options with { Marks = value })
        .Integer("stacks", "So many stacks in one message hit.", 1, 1_000, options => options.Stacks, (options, value) => options with { Stacks = value });

    public override string Id => "zalgo";

    public override string Description => "Letters with piles of combining marks (zalgo text).";

    public override OccurrenceKinds CanWatch => OccurrenceKinds.Texts;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("h\u0300\u0301\u0302\u0303\u0304e\u0300\u0301\u0302\u0303\u0304l\u0300\u0301\u0302\u0303\u0304p", Hits: true),
        new("h\u0300\u0301\u0302\u0303\u0304elp", Hits: false),
        new("Tiếng Việt: te\u0302\u0301ng vie\u0323\u0302t", Hits: false),
        new("हिन्दी में लिखा हुआ एक वाक्य", Hits: false),
        new("ภาษาไทยที่น่ารักมากนี้", Hits: false),
    ];

    protected override OptionSchema<ZalgoFilterOptions> Options => Schemas;

    protected override ICompiledFilter Compile(ZalgoFilterOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(ZalgoFilterOptions options) : ICompiledFilter
    {
        /// <summary>Below this code point there are no combining marks.</summary>
        private const char FirstMark = '\u0300';

        public void Inspect(Inspection inspection, HitSink hits)
        {
            int stacks = 0;
            for (int i = 0; i < inspection.Surfaces.Count; i++)
                stacks += CountStacks(inspection.Surfaces[i].Text.Original);
            if (stacks >= options.Stacks)
                hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"{stacks} letters carry {options.Marks} or more combining marks (limit {options.Stacks})")) { Score = stacks });
        }

        private int CountStacks(string text)
        {
            int stacks = 0;
            int run = 0;
            foreach (char character in text)
            {
                bool isMark = character >= FirstMark && CharUnicodeInfo.GetUnicodeCategory(character) is (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
                run = isMark ? run + 1 : 0;
                if (run == options.Marks)
                    stacks++;
            }

            return stacks;
        }
    }
}
