using ModBot.Core.Abuse;
using ModBot.Core.Filters.History;
using ModBot.Core.Links;
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
    private const int MostUnresolved = 10;

    /// <summary>Messages further apart are no longer one incident.</summary>
    public static readonly TimeSpan Incident = TimeSpan.FromMinutes(10);

    private readonly SurfacePool pool = new();
    private readonly List<SurfaceView> surfaces;
    private readonly TextViews joined = new();
    private readonly TermScan terms = new();
    private readonly AbuseAnalyzer abuseAnalyzer = new(AbuseLexicon.Default);
    private readonly AbuseAnalysis abuse = new();
    private readonly TraceReader traces = new();
    private readonly List<string> unresolvedInvites = [];
    private ISpamModel model = null!;
    private ModelScores scores;
    private bool hasScores;
    private MessageTrace trace;
    private bool hasTrace;
    private bool hasAbuse;
    private ChatMessage? message;
    private FilterResources resources = FilterResources.None;

    public Inspection() => surfaces = pool.Loaded;

    /// <summary>What is judged, whatever its kind.</summary>
    public Occurrence Occurrence { get; private set; } = null!;

    /// <summary>The message that is judged.</summary>
    /// <exception cref="InvalidOperationException">It is no message: the filter watches for something else too and must look at <see cref="Occurrence"/>.</exception>
    public ChatMessage Message => message ?? throw new InvalidOperationException($"A {Occurrence.Kind} is no message.");

    public bool IsMessage => message is not null;

    public MemberFacts Member { get; private set; } = MemberFacts.Unknown;

    public IBehaviourHistory History { get; private set; } = EmptyHistory.Instance;

    /// <summary>A list for whoever looks something up: emptied by each that takes it.</summary>
    internal List<ContentPost> Posts { get; } = [];

    /// <summary>The lists of domains that rules name.</summary>
    public DomainLists Domains => resources.Domains;

    /// <summary>The invites that filters asked for and nobody knew.</summary>
    internal IReadOnlyList<string> UnresolvedInvites => unresolvedInvites;

    /// <summary>Every non-empty text of what is judged; of a message the content first.</summary>
    public IReadOnlyList<SurfaceView> Surfaces => surfaces;

    /// <summary>What the model reads: the only surface, or all of them joined by line breaks.</summary>
    public TextViews ModelText => surfaces.Count == 1 ? surfaces[0].Text : joined;

    /// <summary>What tells the message from others and how much of everything it has, read once.</summary>
    public ref readonly MessageTrace Trace
    {
        get
        {
            if (!hasTrace)
            {
                trace = traces.Read(Message, surfaces);
                hasTrace = true;
            }

            return ref trace;
        }
    }

    /// <summary>The incident of messages with the same content: one that was removed before, else this message's own content; null where it has none.</summary>
    public string? ContentIncident()
    {
        ref readonly MessageTrace read = ref Trace;
        if (History.FindIncident(read, Incident, Occurrence.At) is { } known)
            return known;
        Span<ContentKey> keys = stackalloc ContentKey[MessageTrace.MaximumKeys];
        return read.Keys(keys) == 0 ? null : keys[0].IncidentKey;
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

    /// <summary>Where an invite leads; null where that is not known, which is noted so that it can be asked for.</summary>
    public InviteTarget? Invite(ReadOnlySpan<char> code)
    {
        if (resources.Invites?.Find(code) is { } target)
            return target;
        if (resources.Invites is not null && unresolvedInvites.Count < MostUnresolved)
            unresolvedInvites.Add(code.ToString());
        return null;
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

    internal void Load(Occurrence occurrence, MemberFacts member, IBehaviourHistory history, ISpamModel spamModel, FilterResources lookUps)
    {
        Occurrence = occurrence;
        message = occurrence as ChatMessage;
        Member = member;
        History = history;
        model = spamModel;
        resources = lookUps;
        unresolvedInvites.Clear();
        hasScores = false;
        hasTrace = false;
        terms.Reset();
        hasAbuse = false;
        pool.Load(occurrence);
        if (surfaces.Count > 1)
            joined.Load(string.Join('\n', surfaces.Select(surface => surface.Text.Original)));
    }
}
