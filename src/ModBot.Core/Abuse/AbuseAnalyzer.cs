using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Spam;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Abuse;

/// <summary>
/// Finds abuse in a message's texts. The same input gives the same findings; nothing is allocated where nothing is found. Owns its
/// buffers: one analyzer serves one thread at a time.
/// </summary>
internal sealed class AbuseAnalyzer
{
    private const int MostEvidence = 3;
    private const int LongestEvidence = 160;

    private readonly AbuseLexicon lexicon;
    private readonly TokenBuffer tokens = new();
    private readonly AbuseTokenizer tokenizer;
    private readonly SpeechContext speech;
    private readonly AbuseSignals signals;

    public AbuseAnalyzer(AbuseLexicon lexicon)
    {
        this.lexicon = lexicon;
        tokenizer = new AbuseTokenizer(lexicon);
        speech = new SpeechContext(tokens, lexicon);
        signals = new AbuseSignals(tokens, speech, lexicon);
    }

    /// <summary>The signals of the last surface: for tests and explanations.</summary>
    internal ReadOnlySpan<AbuseSignal> LastSignals => signals.Found;

    /// <summary>Fills <paramref name="into"/> with what the surfaces and the model say.</summary>
    public void Analyze(IReadOnlyList<SurfaceView> surfaces, MessageContext context, ModelScores scores, AbuseAnalysis into)
    {
        into.Clear();
        for (int i = 0; i < surfaces.Count; i++)
        {
            SurfaceView surface = surfaces[i];
            if (surface.Kind == SurfaceKind.EmbedUrl)
                continue;
            tokenizer.Read(surface.Text, tokens);
            if (tokens.Present.Meets(LexicalClassSet.Plain))
                Note(i, into);
            signals.Read();
            if (!signals.Found.IsEmpty)
                Weigh(surface, context, scores, into);
        }

        foreach ((Category category, float least) in AbuseDecision.ByModelAlone)
        {
            float score = scores[category];
            if (score >= least && !into.Categories.Contains(category))
                into.Add(new AbuseFinding { Category = category, Severity = 2, Reason = AbuseReasons.ForModel(category, score, least), ByModel = true, Score = score });
        }
    }

    private void Note(int surface, AbuseAnalysis into)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            ref AbuseToken token = ref tokens[i];
            if (token.Classes.Meets(LexicalClassSet.Plain))
                into.Add(new AbuseWord(surface, token.Start, token.Length, token.Word, token.Classes));
        }

        foreach (PhraseEdge edge in tokens.Edges)
        {
            if (edge.Classes.Meets(LexicalClassSet.Plain))
                into.Add(new AbuseWord(surface, tokens[edge.Start].Start, tokens[edge.Start + edge.Count - 1].End - tokens[edge.Start].Start, edge.Word, edge.Classes));
        }
    }

    private void Weigh(SurfaceView surface, MessageContext context, ModelScores scores, AbuseAnalysis into)
    {
        ReadOnlySpan<AbuseSignal> found = signals.Found;
        for (int i = 0; i < found.Length; i++)
        {
            AbuseSignal signal = found[i];
            if (into.Find(signal.Category) is { } known && known.Severity >= signal.Severity)
                continue;
            if (!AbuseDecision.Counts(signal, found, scores) || IsPartOfWorse(signal, found) || speech.IsCopied(signal.Start, surface.Text.Squeezed, context))
                continue;
            float score = scores[signal.Category];
            into.Add(new AbuseFinding
            {
                Category = signal.Category,
                Severity = signal.Severity,
                Reason = signal.Word == 0
                    ? AbuseReasons.ForFrame(signal.Category, signal.Severity)
                    : AbuseReasons.ForWord(signal.Category, signal.Severity, lexicon.TextOf(signal.Word), lexicon.GroupOf(signal.Word)),
                Evidence = EvidenceFor(surface, signal.Category, found),
                Score = score > 0 ? score : null,
            });
        }
    }

    /// <summary>A swear word or insult inside a stretch that harasses, threatens or solicits, or an insult beside a slur, is no finding of its own.</summary>
    private static bool IsPartOfWorse(AbuseSignal signal, ReadOnlySpan<AbuseSignal> all)
    {
        if (signal.Category is not (Category.Profanity or Category.Insult))
            return false;
        foreach (AbuseSignal other in all)
        {
            bool worse = other.Category is Category.Harassment or Category.Threat or Category.Sexual or Category.Slur or Category.SelfHarm && !other.Weak;
            bool inside = signal.Start >= other.Start && signal.End <= other.End;
            bool besideSlur = signal.Category == Category.Insult && other.Category == Category.Slur;
            if (besideSlur || (inside && (worse || (signal.Category == Category.Profanity && other.Category == Category.Insult && other.Word == 0))))
                return true;
        }

        return false;
    }

    private Evidence[] EvidenceFor(SurfaceView surface, Category category, ReadOnlySpan<AbuseSignal> found)
    {
        var evidence = new List<Evidence>(MostEvidence);
        foreach (AbuseSignal signal in found)
        {
            if (signal.Category != category || evidence.Count == MostEvidence)
                continue;
            int start = tokens[signal.Start].Start;
            int length = Math.Min(tokens[signal.End - 1].End - start, LongestEvidence);
            Evidence span = surface.SqueezedEvidence(start, length);
            if (!evidence.Exists(known => known.Start <= span.Start && known.Start + known.Length >= span.Start + span.Length))
                evidence.Add(span);
        }

        return [.. evidence];
    }
}
