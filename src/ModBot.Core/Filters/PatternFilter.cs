using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ModBot.Core.Occurrences;
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

    /// <summary>Hit on messages in which none of the patterns matches.</summary>
    public bool Unmatched { get; init; }

    /// <summary>Which texts to look at; none named means all.</summary>
    public ImmutableArray<TextTarget> Targets { get; init; } = [];
}

/// <summary>Hits on regular expressions. They are matched in linear time, whatever is written.</summary>
public sealed class PatternFilter : FilterDefinition<PatternOptions>
{
    private const int MostPatterns = 50;
    private const int LongestPattern = 300;

    /// <summary>One match may take so long; longer is a fault of the filter, reported with the verdict.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>What the check of some options made, so that compiling them does not make it again: a regex takes milliseconds.</summary>
    private readonly ConditionalWeakTable<PatternOptions, Regex[]> built = [];

    public override string Id => "pattern";

    public override string Description => "Regular expressions, matched in linear time.";

    public override OccurrenceKinds CanWatch => OccurrenceKinds.Texts;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("earn $500 a day", true, Of(@"earn \$\d+ (a|per) day")),
        new("earn a lot every day", false, Of(@"earn \$\d+ (a|per) day")),
        new("FREE stuff", true, Of(@"\bfree\b")),
        new("freedom", false, Of(@"\bfree\b")),
        new("FREE stuff", false, Of(@"\bfree\b") with { CaseSensitive = true }),
        new("f.r.e.e", true, Of(@"\bfree\b") with { Reading = PatternReading.Squeezed }),
        new("selling a boat", true, Of(@"^(wts|wtb)\b") with { Unmatched = true }),
        new("WTS a boat", false, Of(@"^(wts|wtb)\b") with { Unmatched = true }),
        new("anything", false),
    ];

    protected override OptionSchema<PatternOptions> Options { get; } = new OptionSchema<PatternOptions>()
        .TextList("patterns", "Regular expressions without lookaround and back-references.", MostPatterns, LongestPattern, o => o.Patterns, (o, v) => o with { Patterns = v })
        .Toggle("case-sensitive", "Whether capitals matter.", o => o.CaseSensitive, (o, v) => o with { CaseSensitive = v })
        .Choice("reading", "Which reading of the text to look at.", o => o.Reading, (o, v) => o with { Reading = v })
        .Toggle("unmatched", "Hits on messages in which none of the patterns matches.", o => o.Unmatched, (o, v) => o with { Unmatched = v })
        .Targets(o => o.Targets, (o, v) => o with { Targets = v });

    protected override void Check(PatternOptions options, List<OptionFault> faults)
    {
        RegexOptions flags = PatternSyntax.Options | (options.CaseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase);
        var regexes = new Regex[options.Patterns.Length];
        for (int i = 0; i < regexes.Length; i++)
        {
            if (PatternSyntax.Build(options.Patterns[i], flags, Timeout, out string fault) is { } regex)
                regexes[i] = regex;
            else
                faults.Add(new OptionFault($"patterns[{i}]", fault));
        }

        built.AddOrUpdate(options, regexes);
    }

    protected override void Remark(PatternOptions options, List<OptionFault> remarks)
    {
        for (int i = 0; i < options.Patterns.Length; i++)
        {
            if (PatternSyntax.RequiredLiteral(options.Patterns[i]) is null)
                remarks.Add(new OptionFault($"patterns[{i}]", "has no text of three letters that every match contains, so it runs on every message; one that has is cheaper"));
        }
    }

    protected override ICompiledFilter Compile(PatternOptions options, FilterCompilation compilation) =>
        new Compiled(options, built.TryGetValue(options, out Regex[]? regexes) ? regexes : throw new InvalidOperationException("The options were not checked."));

    private static PatternOptions Of(params string[] patterns) => new() { Patterns = [.. patterns] };

    private sealed class Compiled : ICompiledFilter
    {
        private const int MostEvidence = 5;
        private readonly (Regex Regex, string? Literal)[] patterns;
        private readonly PatternReading reading;
        private readonly bool unmatched;
        private readonly TargetSet targets;

        /// <summary>All required literals: a text with none of them needs the patterns without one only.</summary>
        private readonly SearchValues<string> literals;

        public Compiled(PatternOptions options, Regex[] regexes)
        {
            reading = options.Reading;
            unmatched = options.Unmatched;
            targets = new TargetSet(options.Targets);
            patterns = [.. regexes.Zip(options.Patterns, (regex, pattern) => (regex, PatternSyntax.RequiredLiteral(pattern)))];
            literals = SearchValues.Create([.. patterns.Select(pattern => pattern.Literal).OfType<string>()], StringComparison.OrdinalIgnoreCase);
        }

        public void Inspect(Inspection inspection, HitSink hits)
        {
            if (patterns.Length == 0)
                return;
            bool any = false;
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                if (targets.Covers(inspection.Surfaces[i].Kind))
                    any |= Inspect(inspection.Surfaces[i], hits);
            }

            if (unmatched && !any)
                hits.Add(patterns.Length == 1 ? $"Does not match the pattern {patterns[0].Regex}." : $"Matches none of {patterns.Length} patterns.");
        }

        private bool Inspect(SurfaceView surface, HitSink hits)
        {
            bool any = false;
            ReadOnlySpan<char> text = reading switch
            {
                PatternReading.Folded => surface.Text.Folded.Span,
                PatternReading.Squeezed => surface.Text.Squeezed.Span,
                _ => surface.Text.Original,
            };
            bool hasLiteral = text.ContainsAny(literals);
            foreach ((Regex regex, string? literal) in patterns)
            {
                if (literal is not null && (!hasLiteral || !text.Contains(literal, StringComparison.OrdinalIgnoreCase)))
                    continue;
                if (unmatched)
                {
                    if (regex.IsMatch(text))
                        return true;
                    continue;
                }

                List<Evidence>? evidence = null;
                foreach (ValueMatch match in regex.EnumerateMatches(text))
                {
                    evidence ??= [];
                    evidence.Add(At(surface, match));
                    if (evidence.Count == MostEvidence)
                        break;
                }

                if (evidence is null)
                    continue;
                any = true;
                hits.Add($"Matches the pattern {regex}.", evidence);
            }

            return any;
        }

        private Evidence At(SurfaceView surface, ValueMatch match) => reading switch
        {
            PatternReading.Folded => surface.FoldedEvidence(match.Index, match.Length),
            PatternReading.Squeezed => surface.SqueezedEvidence(match.Index, match.Length),
            _ => surface.OriginalEvidence(match.Index, match.Length),
        };
    }
}
