namespace ModBot.Core.Text;

/// <summary>
/// An Aho-Corasick automaton over many keys, its trie held in a double array: one step a character whatever the number of
/// keys, some twenty bytes a state. Immutable.
/// </summary>
internal sealed class TermAutomaton
{
    public const int Root = 0;

    private readonly Cell[] cells;
    private readonly int[] fail;

    /// <summary>The state itself or its nearest suffix at which a key ends; -1 for none.</summary>
    private readonly int[] firstOutput;

    /// <summary>The first entry of <see cref="outputs"/> for a state at which a key ends; -1 elsewhere.</summary>
    private readonly int[] ownOutput;
    private readonly Output[] outputs;
    private readonly ushort[] asciiSymbols;
    private readonly ushort[]?[] symbolPages;

    internal TermAutomaton(Cell[] cells, int[] fail, int[] firstOutput, int[] ownOutput, Output[] outputs, ushort[]?[] symbolPages, int symbolCount, ushort[] letters)
    {
        this.cells = cells;
        this.fail = fail;
        this.firstOutput = firstOutput;
        this.ownOutput = ownOutput;
        this.outputs = outputs;
        this.symbolPages = symbolPages;
        SymbolCount = symbolCount;
        LetterSymbols = letters;
        asciiSymbols = symbolPages[0] is { } first ? first[..128] : new ushort[128];
    }

    /// <summary>How many symbols there are; they are numbered from 1.</summary>
    public int SymbolCount { get; }

    /// <summary>The symbols that are letters: what a masked letter can be.</summary>
    public ushort[] LetterSymbols { get; }

    public int StateCount => cells.Length;

    /// <summary>Bytes of the arrays.</summary>
    public long Size => ((long)cells.Length * 20) + ((long)outputs.Length * 8) + symbolPages.Count(page => page is not null) * 512L;

    /// <summary>The symbol of a character; 0 where no key has it.</summary>
    public int Symbol(char c) => c < 128 ? asciiSymbols[c] : symbolPages[c >> 8] is { } page ? page[c & 0xFF] : 0;

    /// <summary>The state after a symbol, falling back to the longest suffix that goes on.</summary>
    public int Next(int state, int symbol)
    {
        if (symbol == 0)
            return Root;
        while (true)
        {
            int target = cells[state].Base + symbol;
            if ((uint)target < (uint)cells.Length && cells[target].Check == state)
                return target;
            if (state == Root)
                return Root;
            state = fail[state];
        }
    }

    /// <summary>The state after a symbol in the trie alone; -1 for none.</summary>
    public int Child(int state, int symbol)
    {
        int target = cells[state].Base + symbol;
        return symbol != 0 && (uint)target < (uint)cells.Length && cells[target].Check == state ? target : -1;
    }

    /// <summary>True where some key ends at this state or a suffix of it.</summary>
    public bool HasOutput(int state) => firstOutput[state] >= 0;

    /// <summary>The first of the keys that end here, suffixes included; -1 for none. Go on with <see cref="NextOutput"/>.</summary>
    public int FirstOutput(int state, out int at)
    {
        at = firstOutput[state];
        return at < 0 ? -1 : ownOutput[at];
    }

    /// <summary>The first of the keys that are exactly the path to this state; -1 for none. Go on with <see cref="NextOwn"/>.</summary>
    public int OwnOutput(int state) => ownOutput[state];

    public int NextOwn(int output) => outputs[output].Next;

    public int NextOutput(int output, ref int at)
    {
        int next = outputs[output].Next;
        if (next >= 0)
            return next;
        at = firstOutput[fail[at]];
        return at < 0 ? -1 : ownOutput[at];
    }

    /// <summary>The number under which the key was added.</summary>
    public int KeyOf(int output) => outputs[output].Key;

    internal readonly record struct Cell(int Base, int Check);

    internal readonly record struct Output(int Key, int Next);
}
