using System.Collections.Immutable;
using ModBot.Core.Abuse;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Text;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>A list of words that ModBot brings along.</summary>
public enum WordPreset
{
    Profanity,
    Slurs,
    SexualContent,
}

/// <summary>From how strong a word on a preset counts.</summary>
public enum PresetStrength
{
    /// <summary>Also mild swear words, doubtful slurs, and clinical words.</summary>
    Mild,
    Strong,
    Strongest,
}

/// <summary>Options of <see cref="PresetFilter"/>.</summary>
public sealed record PresetOptions : FilterOptions
{
    public WordPreset Preset { get; init; } = WordPreset.Profanity;

    public PresetStrength Strength { get; init; } = PresetStrength.Strong;

    /// <summary>At most 1,000 words and phrases that stay allowed. Each exempts its own span only.</summary>
    public ImmutableArray<string> Allow { get; init; } = [];

    /// <summary>Which texts to look at; none named means all.</summary>
    public ImmutableArray<TextTarget> Targets { get; init; } = [];
}

/// <summary>Hits on ready-made lists of words, disguised ones too. It asks for the word alone; the abuse filter asks what is meant by it.</summary>
public sealed class PresetFilter : FilterDefinition<PresetOptions>
{
    private const int MostAllowed = 1_000;
    private const int LongestTerm = 100;

    public override string Id => "preset";

    public override string Description => "Ready-made lists: profanity in three strengths, slurs, sexual content.";

    public override OccurrenceKinds CanWatch => OccurrenceKinds.Texts;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("what the f*ck", true),
        new("this is crap", false),
        new("this is crap", true, new PresetOptions { Strength = PresetStrength.Mild }),
        new("this is bullsh1t", false, new PresetOptions { Strength = PresetStrength.Strongest }),
        new("assist the class in Scunthorpe", false, new PresetOptions { Strength = PresetStrength.Mild }),
        new("bl0wjob", true, new PresetOptions { Preset = WordPreset.SexualContent }),
        new("sex education in Essex", false, new PresetOptions { Preset = WordPreset.SexualContent }),
        new("get lost f@ggot", true, new PresetOptions { Preset = WordPreset.Slurs }),
        new("faggots and peas with gravy", false, new PresetOptions { Preset = WordPreset.Slurs }),
        new("shit happens", false, new PresetOptions { Allow = ["shit happens"] }),
        new("shit happens, you shit", true, new PresetOptions { Allow = ["shit happens"] }),
    ];

    protected override OptionSchema<PresetOptions> Options { get; } = new OptionSchema<PresetOptions>()
        .Choice("preset", "Which list.", o => o.Preset, (o, v) => o with { Preset = v })
        .Choice("strength", "From how strong a word counts.", o => o.Strength, (o, v) => o with { Strength = v })
        .TextList("allow", "Words or phrases that are fine.", MostAllowed, LongestTerm, o => o.Allow, (o, v) => o with { Allow = v })
        .Targets(o => o.Targets, (o, v) => o with { Targets = v });

    protected override void Check(PresetOptions options, List<OptionFault> faults)
    {
        for (int i = 0; i < options.Allow.Length; i++)
        {
            if (TermSpec.Fault(options.Allow[i]) is { } fault)
                faults.Add(new OptionFault($"allow[{i}]", fault));
        }
    }

    protected override ICompiledFilter Compile(PresetOptions options, FilterCompilation compilation) => new Compiled(
        options,
        options.Allow.IsEmpty ? null : compilation.AddTerms([.. options.Allow.Select(term => new TermSpec(term, Allowed: true))]));

    private static LexicalClassSet ClassesOf(PresetOptions options) => (options.Preset, options.Strength) switch
    {
        (WordPreset.Profanity, PresetStrength.Mild) => LexicalClassSet.Of(LexicalClass.Prof1, LexicalClass.Prof2, LexicalClass.Prof3),
        (WordPreset.Profanity, PresetStrength.Strong) => LexicalClassSet.Of(LexicalClass.Prof2, LexicalClass.Prof3),
        (WordPreset.Profanity, _) => LexicalClassSet.Of(LexicalClass.Prof3),
        (WordPreset.Slurs, PresetStrength.Mild) => LexicalClassSet.Of(LexicalClass.Slurw, LexicalClass.Slur2, LexicalClass.Slur3),
        (WordPreset.Slurs, PresetStrength.Strong) => LexicalClassSet.Of(LexicalClass.Slur2, LexicalClass.Slur3),
        (WordPreset.Slurs, _) => LexicalClassSet.Of(LexicalClass.Slur3),
        (_, PresetStrength.Mild) => LexicalClassSet.Of(LexicalClass.Sexw, LexicalClass.Clin),
        _ => LexicalClassSet.Of(LexicalClass.Sexw),
    };

    private sealed class Compiled(PresetOptions options, TermSet? allowed) : ICompiledFilter
    {
        private const int MostEvidence = 10;
        private readonly LexicalClassSet classes = ClassesOf(options);
        private readonly TargetSet targets = new(options.Targets);

        public void Inspect(Inspection inspection, HitSink hits)
        {
            List<Evidence>? evidence = null;
            string first = "";
            foreach (ref readonly AbuseWord word in inspection.Abuse.Words)
            {
                SurfaceView surface = inspection.Surfaces[word.Surface];
                if (!word.Classes.Meets(classes) || !targets.Covers(surface.Kind) || IsAllowed(inspection, word, surface))
                    continue;
                if (evidence is null)
                {
                    evidence = [];
                    first = AbuseReasons.Mask(AbuseLexicon.Default.TextOf(word.Word));
                }

                evidence.Add(surface.SqueezedEvidence(word.Start, word.Length));
                if (evidence.Count == MostEvidence)
                    break;
            }

            if (evidence is not null)
                hits.Add($"On the list of {NameOf(options.Preset)}: {first}{(evidence.Count > 1 ? $" and {evidence.Count - 1} more" : "")}.", evidence);
        }

        private static string NameOf(WordPreset preset) => preset switch
        {
            WordPreset.Profanity => "profanity",
            WordPreset.Slurs => "slurs",
            _ => "sexual content",
        };

        private bool IsAllowed(Inspection inspection, in AbuseWord word, SurfaceView surface)
        {
            if (allowed is null)
                return false;
            (int start, int length) = surface.Text.Squeezed.SourceSpan(word.Start, word.Length);
            foreach (TermMatch match in inspection.Terms(allowed))
            {
                if (match.Surface == word.Surface && match.SourceStart <= start && match.SourceEnd >= start + length)
                    return true;
            }

            return false;
        }
    }
}
