namespace ModBot.Core.Abuse;

/// <summary>Lays the lexicon's phrases over the tokens, and lets innocent and bantering phrases clear what they cover.</summary>
internal static class PhraseFinder
{
    public static void Find(TokenBuffer tokens, AbuseLexicon lexicon)
    {
        bool shields = false;
        for (int start = 0; start < tokens.Count; start++)
        {
            if (tokens[start].Word == 0 || !lexicon.StartsPhrase(tokens[start].Word))
                continue;
            int state = 0;
            for (int at = start; at < tokens.Count && tokens[at].Sentence == tokens[start].Sentence && tokens[at].Word != 0; at++)
            {
                state = lexicon.Step(state, tokens[at].Word);
                if (state == 0)
                    break;
                int phrase = lexicon.PhraseAt(state);
                if (phrase == 0)
                    continue;
                LexicalClassSet classes = lexicon.ClassesOf(phrase);
                tokens.Edges.Add(new PhraseEdge(start, at - start + 1, phrase, classes));
                shields |= classes.Has(LexicalClass.Innocent) || classes.Has(LexicalClass.Banter);
            }
        }

        if (shields)
            Clear(tokens);
        tokens.IndexEdges();
        LexicalClassSet present = LexicalClassSet.Empty;
        Span<ulong> places = tokens.ClearPlaces(lexicon.Frames.Index.Width);
        for (int i = 0; i < tokens.Count; i++)
        {
            ref AbuseToken token = ref tokens[i];
            present = present.With(token.Classes);
            token.Plain = token.Word != 0 && token.Classes == lexicon.ClassesOf(token.Word);
            lexicon.Frames.Index.AddPlaces(token.Word, token.Classes, places);
        }

        foreach (PhraseEdge edge in tokens.Edges)
        {
            present = present.With(edge.Classes);
            lexicon.Frames.Index.AddPlaces(edge.Word, edge.Classes, places);
        }

        tokens.Present = present;
    }

    private static void Clear(TokenBuffer tokens)
    {
        for (int i = 0; i < tokens.Edges.Count; i++)
        {
            PhraseEdge shield = tokens.Edges[i];
            LexicalClassSet taken = shield.Classes.Has(LexicalClass.Innocent) ? LexicalClassSet.Offensive
                : shield.Classes.Has(LexicalClass.Banter) ? LexicalClassSet.Insulting
                : LexicalClassSet.Empty;
            if (taken.IsEmpty)
                continue;
            int end = shield.Start + shield.Count;
            for (int at = shield.Start; at < end; at++)
            {
                // Frames that name the word must not see it either.
                if (shield.Classes.Has(LexicalClass.Innocent) && tokens[at].Classes.Meets(taken))
                    tokens[at].Word = 0;
                tokens[at].Classes = tokens[at].Classes.Without(taken);
            }

            for (int j = 0; j < tokens.Edges.Count; j++)
            {
                PhraseEdge other = tokens.Edges[j];
                if (other.Start >= shield.Start && other.Start + other.Count <= end && other.Classes.Meets(taken))
                    tokens.Edges[j] = other with { Classes = other.Classes.Without(taken), Plain = false };
            }
        }
    }
}
