using System.Globalization;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters;

/// <summary>The parameters of <see cref="CapsFilter"/>.</summary>
public sealed record CapsFilterOptions : FilterOptions
{
    /// <summary>Percent of the letters that are capitals.</summary>
    public int Percent { get; init; } = 80;

    /// <summary>Messages with fewer letters are left alone.</summary>
    public int Letters { get; init; } = 20;
}

/// <summary>A message mostly in capitals.</summary>
public sealed class CapsFilter : FilterDefinition<CapsFilterOptions>
{
    private static readonly OptionSchema<CapsFilterOptions> Schemas = new OptionSchema<CapsFilterOptions>()
        .Integer("percent", "Percent of the letters that are capitals.", 1, 100, options => options.Percent, (options, value) => options with { Percent = value })
        .Integer("letters", "Messages with fewer letters are left alone.", 1, 4_000, options => options.Letters, (options, value) => options with { Letters = value });

    public override string Id => "caps";

    public override string Description => "A message mostly in capital letters.";

    public override OccurrenceKinds CanWatch => OccurrenceKinds.Texts;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("WHY IS NOBODY LISTENING TO ME HERE", Hits: true),
        new("I WAS IN THE USA", Hits: false),
        new("Why is nobody listening to me here", Hits: false),
        new("почему никто меня здесь не слышит вообще", Hits: false),
        new("ПОЧЕМУ НИКТО МЕНЯ ЗДЕСЬ НЕ СЛЫШИТ", Hits: true),
        new("為什麼這裡沒有人聽我說話為什麼這裡沒有人聽我說話", Hits: false),
    ];

    protected override OptionSchema<CapsFilterOptions> Options => Schemas;

    protected override ICompiledFilter Compile(CapsFilterOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(CapsFilterOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            int capitals = 0;
            int small = 0;
            for (int i = 0; i < inspection.Surfaces.Count; i++)
                Count(inspection.Surfaces[i].Text.Original, ref capitals, ref small);
            int letters = capitals + small;
            if (letters < options.Letters || capitals * 100L < (long)letters * options.Percent)
                return;
            int percent = (int)(capitals * 100L / letters);
            hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"{percent} % of {letters} letters are capitals (limit {options.Percent} %)")) { Score = percent });
        }

        /// <summary>Letters without case (Chinese, Arabic …) count as neither.</summary>
        private static void Count(string text, ref int capitals, ref int small)
        {
            foreach (char character in text)
            {
                if (char.IsUpper(character))
                    capitals++;
                else if (char.IsLower(character))
                    small++;
            }
        }
    }
}
