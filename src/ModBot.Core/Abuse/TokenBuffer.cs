namespace ModBot.Core.Abuse;

/// <summary>The tokens of one surface with the phrases over them; refilled by <see cref="AbuseTokenizer"/>.</summary>
internal sealed class TokenBuffer
{
    private AbuseToken[] tokens = new AbuseToken[64];
    private int[] firstEdge = new int[65];
    private ulong[] places = [];

    public int Count { get; private set; }

    public List<PhraseEdge> Edges { get; } = [];

    /// <summary>Everything that some token or phrase is.</summary>
    public LexicalClassSet Present { get; set; }

    /// <summary>The places of frames that some token or phrase may fill.</summary>
    public ReadOnlySpan<ulong> Places => places;

    public ref AbuseToken this[int index] => ref tokens[index];

    public void Clear()
    {
        Count = 0;
        Edges.Clear();
        Present = LexicalClassSet.Empty;
    }

    public void Add(in AbuseToken token)
    {
        if (Count == tokens.Length)
        {
            Array.Resize(ref tokens, tokens.Length * 2);
            Array.Resize(ref firstEdge, tokens.Length + 1);
        }

        tokens[Count++] = token;
    }

    public void Insert(int at, in AbuseToken token)
    {
        Add(token);
        Array.Copy(tokens, at, tokens, at + 1, Count - 1 - at);
        tokens[at] = token;
    }

    /// <summary>Puts one token in the place of several.</summary>
    public void Merge(int start, int count, in AbuseToken merged)
    {
        tokens[start] = merged;
        Array.Copy(tokens, start + count, tokens, start + 1, Count - start - count);
        Count -= count - 1;
    }

    /// <summary>Notes where each token's phrases begin in <see cref="Edges"/>, which must be in order of their start.</summary>
    public void IndexEdges()
    {
        int edge = 0;
        for (int i = 0; i <= Count; i++)
        {
            while (edge < Edges.Count && Edges[edge].Start < i)
                edge++;
            firstEdge[i] = edge;
        }
    }

    public Span<ulong> ClearPlaces(int width)
    {
        if (places.Length != width)
            places = new ulong[width];
        Array.Clear(places);
        return places;
    }

    public int FirstEdge(int token) => firstEdge[token];
}
