using System.Text;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Text;

namespace ModBot.Core.Filters;

/// <summary>Options of <see cref="RepeatedCharacterFilter"/>.</summary>
public sealed record RepeatedCharacterOptions : FilterOptions
{
    /// <summary>The same character so many times in a row hits.</summary>
    public int Count { get; init; } = 30;

    /// <summary>Only letters, digits and emoji count, so that drawn lines are left alone.</summary>
    public bool LettersOnly { get; init; } = true;
}

/// <summary>Hits on one character held down. Case, styles, invisible characters and Markdown between make no difference.</summary>
public sealed class RepeatedCharacterFilter : FilterDefinition<RepeatedCharacterOptions>
{
    public override string Id => "repeated-characters";

    public override string Description => "One character many times in a row.";

    public override OccurrenceKinds CanWatch => OccurrenceKinds.Texts;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("N" + new string('o', 30), true),
        new("no" + string.Concat(Enumerable.Repeat("O\u200B𝓸", 15)), true),
        new(string.Concat(Enumerable.Repeat("😂", 30)), true),
        new("N" + new string('o', 29), false),
        new(new string('-', 80), false),
        new(new string('-', 80), true, new RepeatedCharacterOptions { LettersOnly = false }),
        new(string.Concat(Enumerable.Repeat("ha", 40)), false),
    ];

    protected override OptionSchema<RepeatedCharacterOptions> Options { get; } = new OptionSchema<RepeatedCharacterOptions>()
        .Integer("count", "The same character so many times in a row hits.", 3, 4_000, o => o.Count, (o, v) => o with { Count = v })
        .Toggle("letters-only", "Lines drawn of signs are left alone.", o => o.LettersOnly, (o, v) => o with { LettersOnly = v });

    protected override ICompiledFilter Compile(RepeatedCharacterOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(RepeatedCharacterOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                if (surface.Kind == SurfaceKind.EmbedUrl || surface.Text.Original.Length < options.Count)
                    continue;
                (int start, int length, int count) = LongestRun(surface.Text.Folded);
                if (count >= options.Count)
                    hits.Add(new FilterFinding($"One character {count} times in a row (limit {options.Count})") { Score = count, Evidence = [surface.FoldedEvidence(start, length)] });
            }
        }

        private (int Start, int Length, int Count) LongestRun(FoldedText folded)
        {
            ReadOnlySpan<char> text = folded.Span;
            (int Start, int Length, int Count) longest = default;
            int start = 0;
            int count = 0;
            Rune last = default;
            for (int at = 0; at < text.Length;)
            {
                _ = Rune.DecodeFromUtf16(text[at..], out Rune rune, out int length);
                if (count == 0 || rune != last)
                {
                    start = at;
                    count = 0;
                    last = rune;
                }

                count++;
                at += length;
                if (count > longest.Count && Counts(rune))
                    longest = (start, at - start, count);
            }

            return longest;
        }

        private bool Counts(Rune rune) => !Rune.IsWhiteSpace(rune) && (!options.LettersOnly || Rune.IsLetterOrDigit(rune) || !rune.IsBmp);
    }
}
