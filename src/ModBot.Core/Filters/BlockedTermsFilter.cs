using System.Collections.Immutable;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Text;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>How a term without asterisks meets the words around it.</summary>
public enum TermMatching
{
    WholeWord,
    Substring,
}

/// <summary>Options of <see cref="BlockedTermsFilter"/>.</summary>
public sealed record BlockedTermsOptions : FilterOptions
{
    /// <summary>At most 5,000 terms of 100 characters. <c>foo*</c> and <c>*foo</c> leave an end open.</summary>
    public ImmutableArray<string> Terms { get; init; } = [];

    /// <summary>Terms that stay allowed though a blocked one is inside them. Each exempts its own span only.</summary>
    public ImmutableArray<string> Allow { get; init; } = [];

    public Evasion Evasion { get; init; } = Evasion.Normal;

    public TermMatching Match { get; init; } = TermMatching.WholeWord;

    /// <summary>Capitals must be as listed. Only with <see cref="Evasion.Off"/>: every evasion bends capitals.</summary>
    public bool CaseSensitive { get; init; }

    /// <summary>Which texts to look at; none named means all.</summary>
    public ImmutableArray<TextTarget> Targets { get; init; } = [];
}

/// <summary>Hits on words and phrases of a list.</summary>
public sealed class BlockedTermsFilter : FilterDefinition<BlockedTermsOptions>
{
    public const string FilterId = "blocked-terms";

    private const int MostTerms = 5_000;
    private const int LongestTerm = 100;

    public override string Id => FilterId;

    public override string Description => "Words and phrases from a list, however they are dressed up.";

    public override OccurrenceKinds CanWatch => OccurrenceKinds.Texts;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("what the f*ck", true, Of("fuck")),
        new("𝓯 r e e n1tro", true, Of("free", "nitro")),
        new("an ass and a class", true, Of("ass")),
        new("assist the class in Scunthorpe", false, Of("ass", "cunt")),
        new("the Scunthorpe club", false, new BlockedTermsOptions { Terms = ["*cunt*"], Allow = ["Scunthorpe"] }),
        new("the cunt of Scunthorpe", true, new BlockedTermsOptions { Terms = ["*cunt*"], Allow = ["Scunthorpe"] }),
        new("foobar", true, Of("foo*")),
        new("barfoo", false, Of("foo*")),
        new("the US and us", true, Of("US") with { Evasion = Evasion.Off, CaseSensitive = true }),
        new("all of us", false, Of("US") with { Evasion = Evasion.Off, CaseSensitive = true }),
        new("get ||fr||ee%20stuff", true, Of("free stuff")),
        new("look", true, Of("nitro")) { Change = message => message with { Embeds = [new MessageEmbed(["a gift", "n1tro"], [])] } },
        new("look", false, Of("nitro") with { Targets = [TextTarget.Content] }) { Change = message => message with { Embeds = [new MessageEmbed(["nitro"], [])] } },
        new("anything", false),
    ];

    protected override OptionSchema<BlockedTermsOptions> Options { get; } = new OptionSchema<BlockedTermsOptions>()
        .TextList("terms", "Words or phrases; an asterisk at an end leaves that end open.", MostTerms, LongestTerm, o => o.Terms, (o, v) => o with { Terms = v })
        .TextList("allow", "Words or phrases that are fine though a blocked one is inside them.", MostTerms, LongestTerm, o => o.Allow, (o, v) => o with { Allow = v })
        .Choice("evasion", "How far the spelling may be bent and still match.", o => o.Evasion, (o, v) => o with { Evasion = v })
        .Choice("match", "Whether a term must be a word of its own.", o => o.Match, (o, v) => o with { Match = v })
        .Toggle("case-sensitive", "Capitals matter; only with evasion off.", o => o.CaseSensitive, (o, v) => o with { CaseSensitive = v })
        .Targets(o => o.Targets, (o, v) => o with { Targets = v });

    protected override void Check(BlockedTermsOptions options, List<OptionFault> faults)
    {
        CheckTerms("terms", options.Terms, faults);
        CheckTerms("allow", options.Allow, faults);
        if (options.CaseSensitive && options.Evasion != Evasion.Off)
            faults.Add(new OptionFault("case-sensitive", "needs evasion: off, since every evasion bends capitals"));
    }

    protected override ICompiledFilter Compile(BlockedTermsOptions options, FilterCompilation compilation)
    {
        bool whole = options.Match == TermMatching.WholeWord;
        IEnumerable<TermSpec> blocked = options.Terms.Select(term => new TermSpec(term, whole, options.Evasion, CaseSensitive: options.CaseSensitive));
        IEnumerable<TermSpec> allowed = options.Allow.Select(term => new TermSpec(term, WholeWord: true, options.Evasion, Allowed: true, options.CaseSensitive));
        return new Compiled(compilation.AddTerms([.. blocked, .. allowed]), new TargetSet(options.Targets));
    }

    private static BlockedTermsOptions Of(params string[] terms) => new() { Terms = [.. terms] };

    private static void CheckTerms(string option, ImmutableArray<string> terms, List<OptionFault> faults)
    {
        for (int i = 0; i < terms.Length; i++)
        {
            if (TermSpec.Fault(terms[i]) is { } fault)
                faults.Add(new OptionFault($"{option}[{i}]", fault));
        }
    }

    private sealed class Compiled(TermSet terms, TargetSet targets) : ICompiledFilter
    {
        private const int MostEvidence = 10;

        public void Inspect(Inspection inspection, HitSink hits)
        {
            List<Evidence>? evidence = null;
            int first = -1;
            TermMatches matches = inspection.Terms(terms);
            foreach (TermMatch match in matches)
            {
                SurfaceView surface = inspection.Surfaces[match.Surface];
                if (match.Allowed || !targets.Covers(surface.Kind) || IsAllowed(match, matches))
                    continue;
                if (first < 0)
                    first = match.Term;
                evidence ??= [];
                evidence.Add(match.Reading == TextReading.Folded ? surface.FoldedEvidence(match.Start, match.Length) : surface.SqueezedEvidence(match.Start, match.Length));
                if (evidence.Count == MostEvidence)
                    break;
            }

            if (evidence is not null)
                hits.Add($"Blocked term \"{terms.Terms[first].Text}\"{(evidence.Count > 1 ? $" and {evidence.Count - 1} more" : "")}.", evidence);
        }

        private static bool IsAllowed(TermMatch match, TermMatches matches)
        {
            foreach (TermMatch other in matches)
            {
                if (other.Allowed && other.Surface == match.Surface && other.SourceStart <= match.SourceStart && other.SourceEnd >= match.SourceEnd)
                    return true;
            }

            return false;
        }
    }
}
