namespace ModBot.Core.Abuse;

/// <summary>Tries a frame on the tokens of a text.</summary>
internal readonly ref struct FrameMatcher(TokenBuffer tokens, Frame frame, ElementIndex index)
{
    private readonly TokenBuffer tokens = tokens;
    private readonly Frame frame = frame;
    private readonly ElementIndex index = index;

    /// <summary>How the next word must stand to the one before it.</summary>
    private enum Join
    {
        SameClause,
        SameSentence,
        Anywhere,
    }

    /// <summary>The end of the match that starts at that token; -1 where there is none.</summary>
    public int MatchAt(int start) => Match(0, start, Join.Anywhere);

    private bool IsClauseEdge(int at) => at == 0 || at == tokens.Count || tokens[at].Clause != tokens[at - 1].Clause;

    private int Match(int place, int at, Join join)
    {
        if (place == frame.Elements.Length)
            return at;
        FrameElement element = frame.Elements[place];
        switch (element.Kind)
        {
            case FrameElementKind.MessageEdge:
                return at == 0 || at == tokens.Count ? Match(place + 1, at, join) : -1;
            case FrameElementKind.SentenceEdge:
                return at == 0 || at == tokens.Count || tokens[at].Sentence != tokens[at - 1].Sentence ? Match(place + 1, at, Join.Anywhere) : -1;
            case FrameElementKind.ClauseEdge:
                return IsClauseEdge(at) ? Match(place + 1, at, place == 0 ? Join.Anywhere : Join.SameSentence) : -1;
            case FrameElementKind.NotAhead:
                return at < tokens.Count && FitsHere(element, at) ? -1 : Match(place + 1, at, join);
            case FrameElementKind.Gap:
                return MatchGap(place, at, element.Width, join);
            default:
                return MatchWord(element, place, at, join);
        }
    }

    private int MatchGap(int place, int at, int width, Join join)
    {
        for (int taken = 0; taken <= width; taken++)
        {
            bool free = taken == 0 && join == Join.Anywhere;
            int end = Match(place + 1, at + taken, free ? Join.Anywhere : Join.SameSentence);
            if (end >= 0)
                return end;
            int next = at + taken;
            if (next >= tokens.Count || (next > 0 && !free && tokens[next].Sentence != tokens[next - 1].Sentence))
                return -1;
            if (!frame.DespiteNegation && tokens[next].Classes.Has(LexicalClass.Neg))
                return -1;
        }

        return -1;
    }

    private int MatchWord(FrameElement element, int place, int at, Join join)
    {
        bool reachable = at < tokens.Count && (at == 0 || join switch
        {
            Join.SameClause => tokens[at].Clause == tokens[at - 1].Clause,
            Join.SameSentence => tokens[at].Sentence == tokens[at - 1].Sentence,
            _ => true,
        });
        if (reachable)
        {
            int end = -1;
            for (int edge = tokens.FirstEdge(at); end < 0 && edge < tokens.Edges.Count && tokens.Edges[edge].Start == at; edge++)
            {
                PhraseEdge phrase = tokens.Edges[edge];
                if (Fits(element, phrase.Word, phrase.Classes, phrase.Plain))
                    end = Match(place + 1, at + phrase.Count, Join.SameClause);
            }

            if (end < 0 && FitsToken(element, at))
                end = Match(place + 1, at + 1, Join.SameClause);
            if (end >= 0)
                return end;
        }

        return element.Optional || (element.OrEdge && IsClauseEdge(at)) ? Match(place + 1, at, join) : -1;
    }

    private bool FitsHere(FrameElement element, int at)
    {
        if (FitsToken(element, at))
            return true;
        for (int edge = tokens.FirstEdge(at); edge < tokens.Edges.Count && tokens.Edges[edge].Start == at; edge++)
        {
            PhraseEdge phrase = tokens.Edges[edge];
            if (Fits(element, phrase.Word, phrase.Classes, phrase.Plain))
                return true;
        }

        return false;
    }

    private bool FitsToken(FrameElement element, int at)
    {
        ref AbuseToken token = ref tokens[at];
        return Fits(element, token.Word, token.Classes, token.Plain);
    }

    private bool Fits(FrameElement element, int word, LexicalClassSet classes, bool plain) =>
        plain ? ElementIndex.Holds(index.PlacesOf(word), element.Index) : element.Fits(word, classes);
}
