using ModBot.Core.Abuse;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Core.Text;

namespace ModBot.Core.Filters;

/// <summary>
/// The occurrence under judgement with everything filters share: readings of its surfaces, scores, history. A buffer that is
/// reused from one to the next by one thread at a time.
/// </summary>
public sealed class Inspection
{
    private readonly List<MessageSurface> collected = [];
    private readonly List<SurfaceView> pool = [];
    private readonly List<SurfaceView> surfaces = [];
    private readonly TextViews joined = new();
    private readonly TermScan terms = new();
    private readonly AbuseAnalyzer abuseAnalyzer = new(AbuseLexicon.Default);
    private readonly AbuseAnalysis abuse = new();
    private readonly Fingerprint fingerprint = new();
    private ISpamModel model = null!;
    private ModelScores scores;
    private bool hasScores;
    private ulong? fingerprintValue;
    private bool hasAbuse;

    private ChatMessage? message;

    /// <summary>What is judged, whatever its kind.</summary>
    public Occurrence Occurrence { get; private set; } = null!;

    /// <summary>The message that is judged.</summary>
    /// <exception cref="InvalidOperationException">It is no message: the filter watches for something else too and must look at <see cref="Occurrence"/>.</exception>
    public ChatMessage Message => message ?? throw new InvalidOperationException($"A {Occurrence.Kind} is no message.");

    public bool IsMessage => message is not null;

    public MemberFacts Member { get; private set; } = MemberFacts.Unknown;

    public IBehaviourHistory History { get; private set; } = EmptyHistory.Instance;

    /// <summary>Every non-empty text of what is judged; of a message the content first.</summary>
    public IReadOnlyList<SurfaceView> Surfaces => surfaces;

    /// <summary>What the model reads: the only surface, or all of them joined by line breaks.</summary>
    public TextViews ModelText => surfaces.Count == 1 ? surfaces[0].Text : joined;

    /// <summary>The fingerprint of all surfaces, computed once; 0 where there is too little text.</summary>
    public ulong Fingerprint
    {
        get
        {
            if (fingerprintValue is not { } value)
            {
                fingerprint.Reset();
                for (int i = 0; i < surfaces.Count; i++)
                    fingerprint.Add(surfaces[i].Text.Folded.Span);
                fingerprintValue = value = fingerprint.Value();
            }

            return value;
        }
    }

    /// <summary>The model's probabilities, computed once; 0 for what is no message.</summary>
    public ModelScores Scores
    {
        get
        {
            if (!hasScores)
            {
                scores = surfaces.Count == 0 || message is null ? default : model.Score(ModelText);
                hasScores = true;
            }

            return scores;
        }
    }

    /// <summary>What was found of a filter's terms. All terms of a rule set are looked for at once, when the first filter asks.</summary>
    public TermMatches Terms(TermSet set)
    {
        if (terms.Index != set.Index)
        {
            terms.Begin(set.Index);
            for (int i = 0; i < surfaces.Count; i++)
                terms.Scan(surfaces[i].Text, i);
        }

        return new TermMatches(terms, set.Owner);
    }

    /// <summary>What the words and the model say about abuse, found once.</summary>
    public AbuseAnalysis Abuse
    {
        get
        {
            if (!hasAbuse)
            {
                abuseAnalyzer.Analyze(surfaces, message?.Context ?? MessageContext.None, Scores, abuse);
                hasAbuse = true;
            }

            return abuse;
        }
    }

    internal void Load(Occurrence occurrence, MemberFacts member, IBehaviourHistory history, ISpamModel spamModel)
    {
        Occurrence = occurrence;
        message = occurrence as ChatMessage;
        Member = member;
        History = history;
        model = spamModel;
        hasScores = false;
        fingerprintValue = null;
        terms.Reset();
        hasAbuse = false;
        collected.Clear();
        surfaces.Clear();
        occurrence.CollectSurfaces(collected);
        for (int i = 0; i < collected.Count; i++)
        {
            if (i == pool.Count)
                pool.Add(new SurfaceView());
            pool[i].Load(collected[i]);
            surfaces.Add(pool[i]);
        }

        if (collected.Count > 1)
            joined.Load(string.Join('\n', collected.Select(surface => surface.Text)));
    }
}
