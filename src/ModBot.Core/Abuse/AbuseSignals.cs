using System.Runtime.InteropServices;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Abuse;

/// <summary>Reads a surface's tokens for signals: frames first, then words that count alone. Owns a list that it refills.</summary>
internal sealed class AbuseSignals(TokenBuffer tokens, SpeechContext speech, AbuseLexicon lexicon)
{
    /// <summary>A clinical or anatomical word is a signal only in disguise or as the whole message: so many words at most.</summary>
    private const int LongestClinicalMessage = 2;

    /// <summary>A word is about a public figure who stands at most so many tokens away.</summary>
    private const int FigureReach = 8;

    private readonly List<AbuseSignal> signals = [];

    public ReadOnlySpan<AbuseSignal> Found => CollectionsMarshal.AsSpan(signals);

    public void Read()
    {
        signals.Clear();
        if (tokens.Count == 0)
            return;
        ReadFrames();
        if (tokens.Present.Meets(LexicalClassSet.Plain))
            ReadWords();
        if (tokens.Present.Meets(LexicalClassSet.Belittling) && !tokens.Present.Has(LexicalClass.Warm))
            ReadBelittling();
    }

    private void ReadFrames()
    {
        ReadOnlySpan<ulong> places = tokens.Places;
        foreach (Frame frame in lexicon.Frames.All)
        {
            if (!MayMatch(frame, places))
                continue;
            var matcher = new FrameMatcher(tokens, frame, lexicon.Frames.Index);
            for (int start = 0; start < tokens.Count; start++)
            {
                int end = matcher.MatchAt(start);
                if (end <= start || !Stands(frame, start, end))
                    continue;
                signals.Add(new AbuseSignal(frame.Category, frame.Severity, frame.Weak, start, end, 0, frame.Line));
                break;
            }
        }
    }

    private static bool MayMatch(Frame frame, ReadOnlySpan<ulong> places)
    {
        foreach (int place in frame.Required)
        {
            if (!ElementIndex.Holds(places, place))
                return false;
        }

        return true;
    }

    private bool Stands(Frame frame, int start, int end)
    {
        if (!frame.DespiteNegation && speech.IsNegated(start))
            return false;
        if (!frame.DespiteReport && speech.IsReported(start, end, mention: false))
            return false;
        return frame.Category switch
        {
            Category.Threat => frame.DespitePlay || !IsPlay(start, end),
            Category.Hate => frame.DespiteReport || !speech.IsCountered(start, end),
            Category.Harassment or Category.Insult => frame.DespitePlay || !tokens.Present.Has(LexicalClass.Warm),
            Category.SelfHarm => !IsPast(start),
            _ => true,
        };
    }

    /// <summary>What is told of times long gone is no cry for help.</summary>
    private bool IsPast(int start)
    {
        int sentence = tokens[start].Sentence;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Sentence == sentence && tokens[i].Classes.Has(LexicalClass.Past))
                return true;
        }

        foreach (PhraseEdge edge in tokens.Edges)
        {
            if (edge.Classes.Has(LexicalClass.Past) && tokens[edge.Start].Sentence == sentence)
                return true;
        }

        return false;
    }

    /// <summary>Words of games, fiction or sport stand outside of the stretch itself.</summary>
    private bool IsPlay(int start, int end)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if ((i < start || i >= end) && tokens[i].Classes.Has(LexicalClass.Game))
                return true;
        }

        foreach (PhraseEdge edge in tokens.Edges)
        {
            if (edge.Classes.Has(LexicalClass.Game))
                return true;
        }

        return false;
    }

    private void ReadWords()
    {
        int edge = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            for (; edge < tokens.Edges.Count && tokens.Edges[edge].Start == i; edge++)
            {
                if (tokens.Edges[edge].Classes.Meets(LexicalClassSet.Plain))
                    ReadWord(i, i + tokens.Edges[edge].Count, tokens.Edges[edge].Word, tokens.Edges[edge].Classes);
            }

            if (tokens[i].Classes.Meets(LexicalClassSet.Plain))
                ReadWord(i, i + 1, tokens[i].Word, tokens[i].Classes);
        }
    }

    private void ReadWord(int start, int end, int word, LexicalClassSet classes)
    {
        if (speech.IsReported(start, end, mention: true))
            return;
        if (classes.Has(LexicalClass.Slur3) || classes.Has(LexicalClass.Slur2))
        {
            if (!(classes.Has(LexicalClass.Re) && speech.IsReclaimed(start)))
                AddSlur(start, end, word, classes.Has(LexicalClass.Slur3) && !tokens[start].InAddress && !speech.IsSelfDescription(start) ? 3 : 2);
        }

        int profanity = Severity(classes, LexicalClass.Prof1, LexicalClass.Prof2, LexicalClass.Prof3);
        if (profanity == 0 && (classes.Has(LexicalClass.Sexw) || (classes.Has(LexicalClass.Clin) && (tokens.Count <= LongestClinicalMessage || classes.Has(LexicalClass.Disguised)))))
            profanity = 2;
        if (profanity > 0)
            signals.Add(new AbuseSignal(Category.Profanity, profanity, Weak: false, start, end, word));

        if (classes.Has(LexicalClass.Slurw) && tokens.Count <= LongestClinicalMessage)
            signals.Add(new AbuseSignal(Category.Insult, 1, Weak: false, start, end, word));

        int insult = classes.Has(LexicalClass.Insult3) ? 2 : classes.Has(LexicalClass.Insult1) ? 1 : 0;
        if (insult > 0 && !speech.IsNegated(start) && !tokens.Present.Has(LexicalClass.Warm) && !(classes.Has(LexicalClass.Re) && speech.IsReclaimed(start)))
            signals.Add(new AbuseSignal(Category.Insult, insult, Weak: false, start, end, word));
    }

    /// <summary>Belittling words: those with everyday senses only of public figures, the others of anybody.</summary>
    private void ReadBelittling()
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            LexicalClassSet classes = tokens[i].Classes;
            if (!classes.Meets(LexicalClassSet.Belittling) || (classes.Meets(LexicalClassSet.Harmless) && !IsOfFigure(i, classes)))
                continue;
            if (!speech.IsNegated(i) && !speech.IsReported(i, i + 1, mention: true))
                signals.Add(new AbuseSignal(Category.Insult, 1, Weak: false, i, i + 1, tokens[i].Word));
        }
    }

    private bool IsOfFigure(int at, LexicalClassSet classes)
    {
        if (classes.Has(LexicalClass.Banter) || classes.Has(LexicalClass.Soft) || !tokens.Present.Has(LexicalClass.Figure))
            return false;
        int last = Math.Min(tokens.Count - 1, at + FigureReach);
        for (int i = Math.Max(0, at - FigureReach); i <= last; i++)
        {
            if (i != at && tokens[i].Sentence == tokens[at].Sentence && tokens[i].Classes.Has(LexicalClass.Figure))
                return true;
        }

        return false;
    }

    private void AddSlur(int start, int end, int word, int severity)
    {
        signals.Add(new AbuseSignal(Category.Slur, severity, Weak: false, start, end, word));
        signals.Add(new AbuseSignal(Category.Hate, severity, Weak: false, start, end, word));
    }

    private static int Severity(LexicalClassSet classes, LexicalClass mild, LexicalClass strong, LexicalClass strongest) =>
        classes.Has(strongest) ? 3 : classes.Has(strong) ? 2 : classes.Has(mild) ? 1 : 0;
}
