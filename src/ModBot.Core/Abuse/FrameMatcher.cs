namespace ModBot.Core.Abuse;

/// <summary>Tries a frame on the tokens of a text.</summary>
internal readonly ref struct FrameMatcher(TokenBuffer tokens, Frame frame)
{
    private readonly TokenBuffer tokens = tokens;
    private readonly Frame frame = frame;

    /// <summary>The end of the match that starts at that token; -1 where there is none.</summary>
    public int MatchAt(int start) => Match(0, start, joined: true);

    private bool IsClauseEdge(int at) => at == 0 || at == tokens.Count || tokens[at].Clause != tokens[at - 1].Clause;

    private int Match(int index, int at, bool joined)
    {
        if (index == frame.Elements.Length)
            return at;
        FrameElement element = frame.Elements[index];
        switch (element.Kind)
        {
            case FrameElementKind.MessageEdge:
                return at == 0 || at == tokens.Count ? Match(index + 1, at, joined) : -1;
            case FrameElementKind.SentenceEdge:
                return at == 0 || at == tokens.Count || tokens[at].Sentence != tokens[at - 1].Sentence ? Match(index + 1, at, joined) : -1;
            case FrameElementKind.ClauseEdge:
                return IsClauseEdge(at) ? Match(index + 1, at, joined: false) : -1;
            case FrameElementKind.NotAhead:
                return at < tokens.Count && FitsHere(element, at) ? -1 : Match(index + 1, at, joined);
            case FrameElementKind.Gap:
                return MatchGap(index, at, element.Width);
            default:
                return MatchWord(element, index, at, joined);
        }
    }

    private int MatchGap(int index, int at, int width)
    {
        for (int taken = 0; taken <= width; taken++)
        {
            int end = Match(index + 1, at + taken, joined: false);
            if (end >= 0)
                return end;
            int next = at + taken;
            if (next >= tokens.Count || (next > 0 && tokens[next].Sentence != tokens[next - 1].Sentence && taken + index > 0))
                return -1;
            if (!frame.DespiteNegation && tokens[next].Classes.Has(LexicalClass.Neg))
                return -1;
        }

        return -1;
    }

    private int MatchWord(FrameElement element, int index, int at, bool joined)
    {
        bool reachable = at < tokens.Count && (at == 0 || index == 0 || (joined
            ? tokens[at].Clause == tokens[at - 1].Clause
            : tokens[at].Sentence == tokens[at - 1].Sentence));
        if (reachable)
        {
            int end = -1;
            for (int edge = tokens.FirstEdge(at); end < 0 && edge < tokens.Edges.Count && tokens.Edges[edge].Start == at; edge++)
            {
                PhraseEdge phrase = tokens.Edges[edge];
                if (element.Fits(phrase.Word, phrase.Classes))
                    end = Match(index + 1, at + phrase.Count, joined: true);
            }

            if (end < 0 && element.Fits(tokens[at].Word, tokens[at].Classes))
                end = Match(index + 1, at + 1, joined: true);
            if (end >= 0)
                return end;
        }

        return element.Optional || (element.OrEdge && IsClauseEdge(at)) ? Match(index + 1, at, joined) : -1;
    }

    private bool FitsHere(FrameElement element, int at)
    {
        if (element.Fits(tokens[at].Word, tokens[at].Classes))
            return true;
        for (int edge = tokens.FirstEdge(at); edge < tokens.Edges.Count && tokens.Edges[edge].Start == at; edge++)
        {
            if (element.Fits(tokens.Edges[edge].Word, tokens.Edges[edge].Classes))
                return true;
        }

        return false;
    }
}
