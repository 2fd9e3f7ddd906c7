using System.Globalization;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>Options of <see cref="LengthFilter"/>.</summary>
public sealed record LengthOptions : FilterOptions
{
    /// <summary>More characters than this hit; 0 for no limit.</summary>
    public int Over { get; init; } = 2_000;

    /// <summary>Fewer characters than this hit; 0 for no limit. Messages without text are left alone.</summary>
    public int Under { get; init; }
}

/// <summary>Hits on contents that are longer or shorter than allowed, counted in characters as people see them.</summary>
public sealed class LengthFilter : FilterDefinition<LengthOptions>
{
    /// <summary>Discord's limit for members with Nitro; others may write 2,000.</summary>
    private const int LongestMessage = 4_000;

    public override string Id => "length";

    public override string Description => "Messages longer or shorter than a number of characters.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new(new string('a', 2_001), true),
        new(new string('a', 2_000), false),
        new("hi", true, new LengthOptions { Over = 0, Under = 3 }),
        new("hi!", false, new LengthOptions { Over = 0, Under = 3 }),
        new("👩‍👩‍👧e\u0301", true, new LengthOptions { Over = 0, Under = 3 }),
        new("", false, new LengthOptions { Under = 3 }),
    ];

    protected override OptionSchema<LengthOptions> Options { get; } = new OptionSchema<LengthOptions>()
        .Integer("over", "More characters than this hit; 0 for no limit.", 0, LongestMessage, o => o.Over, (o, v) => o with { Over = v })
        .Integer("under", "Fewer characters than this hit; 0 for no limit.", 0, LongestMessage, o => o.Under, (o, v) => o with { Under = v });

    protected override void Remark(LengthOptions options, List<OptionFault> remarks)
    {
        if (options is { Over: 0, Under: 0 })
            remarks.Add(new OptionFault("over", "is 0 and so is under: the rule never hits"));
    }

    protected override ICompiledFilter Compile(LengthOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(LengthOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            string text = inspection.Message.Content;
            if (text.Length == 0 || (text.Length <= options.Over && options.Under == 0))
                return;
            int length = Characters(text);
            if (options.Over > 0 && length > options.Over)
                hits.Add(new FilterFinding($"{length} characters (at most {options.Over})") { Score = length });
            else if (length < options.Under)
                hits.Add(new FilterFinding($"{length} characters (at least {options.Under})") { Score = length });
        }

        private static int Characters(string text)
        {
            int count = 0;
            for (int at = 0; at < text.Length; at += StringInfo.GetNextTextElementLength(text, at))
                count++;
            return count;
        }
    }
}
