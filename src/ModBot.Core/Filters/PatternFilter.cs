using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ModBot.Core.Text;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>Which reading of a text patterns look at.</summary>
public enum PatternReading
{
    /// <summary>As the author wrote it.</summary>
    Written,

    /// <summary>Styled letters, look-alikes and marks folded; lower case.</summary>
    Folded,

    /// <summary>Also leet read and letters pulled together.</summary>
    Squeezed,
}

/// <summary>Options of <see cref="PatternFilter"/>.</summary>
public sealed record PatternOptions : FilterOptions
{
    /// <summary>At most 50 regular expressions of 300 characters, without lookaround and back-references.</summary>
    public ImmutableArray<string> Patterns { get; init; } = [];

    public bool CaseSensitive { get; init; }

    public PatternReading Reading { get; init; } = PatternReading.Written;
}

/// <summary>Hits on regular expressions. They are matched in linear time, whatever is written.</summary>
public sealed class PatternFilter : FilterDefinition<PatternOptions>
{
    private const int MostPatterns = 50;
    private const int LongestPattern = 300;

    /// <summary>One match may take so long; longer is a fault of the filter, reported with the verdict.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(200);

    public override string Id => "pattern";

    public override string Description => "Regular expressions, matched in linear time.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("earn $500 a day", true, Of(@"earn \$\d+ (a|per) day")),
        new("earn a lot every day", false, Of(@"earn \$\d+ (a|per) day")),
        new("FREE stuff", true, Of(@"\bfree\b")),
        new("freedom", false, Of(@"\bfree\b")),
        new("FREE stuff", false, Of(@"\bfree\b") with { CaseSensitive = true }),
        new("f.r.e.e", true, Of(@"\bfree\b") with { Reading = PatternReading.Squeezed }),
        new("anything", false),
    ];

    protected override OptionSchema<PatternOptions> Options { get; } = new OptionSchema<PatternOptions>()
        .TextList("patterns", "Regular expressions without lookaround and back-references.", MostPatterns, LongestPattern, o => o.Patterns, (o, v) => o with { Patterns = v })
        .Toggle("case-sensitive", "Whether capitals matter.", o => o.CaseSensitive, (o, v) => o with { CaseSensitive = v })
        .Choice("reading", "Which reading of the text to look at.", o => o.Reading, (o, v) => o with { Reading = v });

    protected override void Check(PatternOptions options, List<OptionFault> faults)
    {
        for (int i = 0; i < options.Patterns.Length; i++)
        {
            if (PatternSyntax.Fault(options.Patterns[i]) is { } fault)
                faults.Add(new OptionFault($"patterns[{i}]", fault));
        }
    }

    protected override ICompiledFilter Compile(PatternOptions options, FilterCompilation compilation) => new Compiled(options);

    private static PatternOptions Of(params string[] patterns) => new() { Patterns = [.. patterns] };

    private sealed class Compiled : ICompiledFilter
    {
        private const int MostEvidence = 5;
        private readonly (Regex Regex, string? Literal)[] patterns;
        private readonly PatternReading reading;

        public Compiled(PatternOptions options)
        {
            reading = options.Reading;
            RegexOptions flags = PatternSyntax.Options | (options.CaseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase);
            patterns = [.. options.Patterns.Select(pattern => (new Regex(pattern, flags, Timeout), PatternSyntax.RequiredLiteral(pattern)))];
        }

        public void Inspect(Inspection inspection, HitSink hits)
        {
            if (patterns.Length == 0)
                return;
            for (int i = 0; i < inspection.Surfaces.Count; i++)
                Inspect(inspection.Surfaces[i], hits);
        }

        private void Inspect(SurfaceView surface, HitSink hits)
        {
            ReadOnlySpan<char> text = reading switch
            {
                PatternReading.Folded => surface.Text.Folded.Span,
                PatternReading.Squeezed => surface.Text.Squeezed.Span,
                _ => surface.Text.Original,
            };
            foreach ((Regex regex, string? literal) in patterns)
            {
                if (literal is not null && !text.Contains(literal, StringComparison.OrdinalIgnoreCase))
                    continue;
                List<Evidence>? evidence = null;
                foreach (ValueMatch match in regex.EnumerateMatches(text))
                {
                    evidence ??= [];
                    evidence.Add(At(surface, match));
                    if (evidence.Count == MostEvidence)
                        break;
                }

                if (evidence is not null)
                    hits.Add($"Matches the pattern {regex}.", evidence);
            }
        }

        private Evidence At(SurfaceView surface, ValueMatch match) => reading switch
        {
            PatternReading.Folded => surface.FoldedEvidence(match.Index, match.Length),
            PatternReading.Squeezed => surface.SqueezedEvidence(match.Index, match.Length),
            _ => surface.OriginalEvidence(match.Index, match.Length),
        };
    }
}
