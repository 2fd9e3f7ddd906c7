using ModBot.Core.Messages;
using ModBot.Core.Text;

namespace ModBot.Core.Abuse;

/// <summary>Whose words a stretch of tokens is: the author's, or speech that the author quotes, reports, names or argues against.</summary>
internal sealed class SpeechContext(TokenBuffer tokens, AbuseLexicon lexicon)
{
    /// <summary>How far back a reporting verb reaches, in tokens.</summary>
    private const int CallReach = 5;
    private const int SayReach = 4;
    private const int TellReach = 7;
    private const int ClaimReach = 8;
    private const int QuoteReach = 8;
    private const int MetaReach = 4;
    private const int SelfReach = 5;

    /// <summary>A quotation of fewer words, or with fewer words around, is not taken for a quoted statement.</summary>
    private const int ShortestQuotedStatement = 3;

    /// <summary>So many words must agree with the topic or the answered message to count as taken from there.</summary>
    private const int ShortestCopiedWords = 5;

    /// <summary>What stands between the author and the word that they describe themselves with.</summary>
    private static readonly LexicalClassSet BesideSelf = LexicalClassSet.Of(
        LexicalClass.Det, LexicalClass.Adv, LexicalClass.Neg, LexicalClass.Be, LexicalClass.Is, LexicalClass.Was, LexicalClass.Dim, LexicalClass.Foul,
        LexicalClass.Group, LexicalClass.Member, LexicalClass.Trait, LexicalClass.Warm, LexicalClass.Self);

    private readonly int so = lexicon.Find("so");

    /// <summary>Verbs of speech that open a clause as an order: <c>say that again</c>, <c>tell him</c>.</summary>
    private readonly int[] orders = [lexicon.Find("say"), lexicon.Find("tell"), lexicon.Find("ask"), lexicon.Find("call"), lexicon.Find("keep"), lexicon.Find("repeat")];

    /// <summary>True where the tokens [start, end) are not the author's own assertion.</summary>
    /// <param name="mention">The stretch is a word that can be mentioned (a slur, a swear word), not a statement.</param>
    public bool IsReported(int start, int end, bool mention)
    {
        if (tokens[start].InBlockQuote)
            return true;
        if (tokens[start].Quote != 0 && IsReportedQuote(start))
            return true;
        return IsNamed(start, end, mention) || IsGoverned(start, mention);
    }

    /// <summary>True where a statement stands beside words that judge it.</summary>
    public bool IsCountered(int start, int end)
    {
        int sentence = tokens[start].Sentence;
        for (int i = start - 1; i >= 0 && tokens[i].Sentence == sentence; i--)
        {
            if (tokens[i].Classes.Has(LexicalClass.Counter))
                return true;
        }

        for (int i = end; i < tokens.Count && tokens[i].Sentence == sentence; i++)
        {
            if (tokens[i].Classes.Has(LexicalClass.Counter))
                return true;
        }

        foreach (PhraseEdge edge in tokens.Edges)
        {
            if (edge.Classes.Has(LexicalClass.Counter) && tokens[edge.Start].Sentence == sentence && (edge.Start >= end || edge.Start + edge.Count <= start))
                return true;
        }

        return false;
    }

    /// <summary>True where a negation stands shortly before, in the same clause.</summary>
    public bool IsNegated(int start)
    {
        for (int i = start - 1; i >= 0 && i >= start - 3 && tokens[i].Clause == tokens[start].Clause; i--)
        {
            if (tokens[i].Classes.Has(LexicalClass.Neg))
                return true;
        }

        return false;
    }

    /// <summary>True where the author names themselves or their friends by a word that they may reclaim.</summary>
    public bool IsReclaimed(int start)
    {
        int clause = tokens[start].Clause;
        for (int i = start - 1; i >= 0 && i >= start - 5 && tokens[i].Clause == clause; i--)
        {
            LexicalClassSet classes = tokens[i].Classes;
            if (classes.Has(LexicalClass.You) || classes.Has(LexicalClass.Call))
                return classes.Has(LexicalClass.Call) && i + 1 < tokens.Count && tokens[i + 1].Classes.Has(LexicalClass.Self);
            if (classes.Has(LexicalClass.My) || (classes.Has(LexicalClass.I) && (i > 0 || i + 1 == start || !classes.Has(LexicalClass.Me)) && IsSelfNaming(i, start)))
                return true;
        }

        return start >= 2 && tokens[start - 2].Classes.Has(LexicalClass.IBe);
    }

    /// <summary>True where the word is what the author calls themselves, or says that they are not: <c>i'm such an x</c>, <c>i am no x</c>.</summary>
    public bool IsSelfDescription(int start)
    {
        int clause = tokens[start].Clause;
        bool being = false;
        for (int i = start - 1; i >= 0 && i >= start - SelfReach && tokens[i].Clause == clause; i--)
        {
            LexicalClassSet classes = tokens[i].Classes;
            if (classes.Has(LexicalClass.IBe) || (being && classes.Has(LexicalClass.I)))
                return true;
            if (!classes.Meets(BesideSelf))
                return false;
            being = classes.Has(LexicalClass.Be) || classes.Has(LexicalClass.Is) || classes.Has(LexicalClass.Was);
        }

        return false;
    }

    /// <summary>True where the sentence around stands in the topic or in the answered message.</summary>
    public bool IsCopied(int start, FoldedText reading, MessageContext context)
    {
        if (context.Topic is null && context.RepliedTo is null)
            return false;
        (int first, int last) = tokens[start].Quote != 0 ? QuoteAround(start) : SentenceAround(start);
        if (last - first + 1 < ShortestCopiedWords)
            return false;
        ReadOnlySpan<char> words = reading.Span[tokens[first].Start..tokens[last].End];
        return Holds(context.Topic, words) || Holds(context.RepliedTo, words);
    }

    private static bool Holds(string? text, ReadOnlySpan<char> words)
    {
        if (string.IsNullOrEmpty(text))
            return false;
        var views = new TextViews();
        views.Load(text);
        return views.Squeezed.Span.IndexOf(words) >= 0;
    }

    /// <summary>Nothing but what the author is stands between: no verb that makes the word its object.</summary>
    private bool IsSelfNaming(int at, int start)
    {
        for (int i = at + 1; i < start; i++)
        {
            if (!tokens[i].Classes.Meets(BesideSelf) || tokens[i].Classes.Has(LexicalClass.Neg))
                return false;
        }

        return start - at <= 4;
    }

    private bool IsReportedQuote(int start)
    {
        (int first, int last) = QuoteAround(start);
        int sentence = tokens[first].Sentence;
        for (int i = first - 1; i >= 0 && i >= first - QuoteReach; i--)
        {
            LexicalClassSet classes = tokens[i].Classes;
            bool verb = classes.Has(LexicalClass.Call) || classes.Has(LexicalClass.Say) || classes.Has(LexicalClass.Tell) || classes.Has(LexicalClass.Cite);
            if (verb && tokens[i].Sentence >= sentence - 1)
                return !IsOwnSpeech(i);
            if (classes.Has(LexicalClass.Meta) && tokens[i].Sentence == sentence)
                return true;
        }

        for (int i = last + 1; i < tokens.Count && i <= last + QuoteReach; i++)
        {
            LexicalClassSet classes = tokens[i].Classes;
            if (classes.Has(LexicalClass.Meta) || classes.Has(LexicalClass.Say) || classes.Has(LexicalClass.Counter))
                return true;
        }

        // A whole statement in quotation marks that the author answers is somebody else's; a quoted word is an epithet.
        return last - first + 1 >= ShortestQuotedStatement && first + tokens.Count - 1 - last >= ShortestQuotedStatement;
    }

    /// <summary>The stretch is called a word: <c>the word x</c>, <c>x is a slur</c>.</summary>
    private bool IsNamed(int start, int end, bool mention)
    {
        if (!mention)
            return false;
        int sentence = tokens[start].Sentence;
        for (int i = start - 1; i >= 0 && i >= start - MetaReach && tokens[i].Sentence == sentence; i--)
        {
            if (tokens[i].Classes.Has(LexicalClass.Meta))
                return true;
        }

        bool isSomething = start > 0 && tokens[start - 1].Classes.Has(LexicalClass.Is);
        for (int i = end; i < tokens.Count && i < end + MetaReach + 2 && tokens[i].Sentence == sentence; i++)
        {
            bool slur = tokens[start].Classes.Has(LexicalClass.Slur3) || tokens[start].Classes.Has(LexicalClass.Slur2);
            isSomething |= tokens[i].Classes.Has(LexicalClass.Is) || tokens[i].Classes.Has(LexicalClass.Was) || tokens[i].Quote != tokens[start].Quote;
            if (isSomething && (tokens[i].Classes.Has(LexicalClass.Meta) || (slur && tokens[i].Classes.Has(LexicalClass.Counter))))
                return true;
        }

        return false;
    }

    /// <summary>A verb of speech before it takes it as its object: <c>he called me a x</c>, <c>told to x</c>, <c>who write that x</c>.</summary>
    private bool IsGoverned(int start, bool mention)
    {
        int clause = tokens[start].Clause;
        bool addressed = false;
        for (int i = start - 1; i >= 0 && i >= start - ClaimReach && tokens[i].Clause == clause; i--)
        {
            LexicalClassSet classes = tokens[i].Classes;
            int reach = start - i;
            bool called = classes.Has(LexicalClass.Call) && reach <= CallReach;
            bool said = !addressed && ((classes.Has(LexicalClass.Tell) && reach <= TellReach) || (reach <= SayReach && (classes.Has(LexicalClass.Say) || (mention && classes.Has(LexicalClass.Cite)))));
            bool claimed = !mention && !addressed && classes.Has(LexicalClass.Claim);
            if (called || said || claimed)
                return !IsOwnSpeech(i);
            addressed |= classes.Has(LexicalClass.You) || classes.Has(LexicalClass.YouAre);
        }

        return false;
    }

    /// <summary>The verb is the author's own present speech or an order (<c>I call them</c>, <c>tell him</c>), or no verb (<c>so called</c>).</summary>
    private bool IsOwnSpeech(int verb)
    {
        LexicalClassSet spoken = tokens[verb].Classes;
        if (verb == 0 || tokens[verb - 1].Clause != tokens[verb].Clause)
            return orders.Contains(tokens[verb].Word);
        if (spoken.Has(LexicalClass.Cite) && !spoken.Has(LexicalClass.Call))
            return false;
        for (int i = verb - 1; i >= 0 && i >= verb - 2 && tokens[i].Clause == tokens[verb].Clause; i--)
        {
            LexicalClassSet before = tokens[i].Classes;
            if (before.Has(LexicalClass.Neg) || before.Has(LexicalClass.Was))
                return false;
            if (before.Has(LexicalClass.I) && !before.Has(LexicalClass.My))
                return !(verb + 1 < tokens.Count && tokens[verb + 1].Classes.Has(LexicalClass.Self));
            if (i == verb - 1 && tokens[i].Word == so)
                return true;
        }

        return false;
    }

    private (int First, int Last) QuoteAround(int at)
    {
        int quote = tokens[at].Quote;
        int first = at;
        while (first > 0 && tokens[first - 1].Quote == quote)
            first--;
        int last = at;
        while (last + 1 < tokens.Count && tokens[last + 1].Quote == quote)
            last++;
        return (first, last);
    }

    private (int First, int Last) SentenceAround(int at)
    {
        int sentence = tokens[at].Sentence;
        int first = at;
        while (first > 0 && tokens[first - 1].Sentence == sentence)
            first--;
        int last = at;
        while (last + 1 < tokens.Count && tokens[last + 1].Sentence == sentence)
            last++;
        return (first, last);
    }
}
