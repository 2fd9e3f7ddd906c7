using System.Runtime.InteropServices;

namespace ModBot.Core.Text;

/// <summary>Collects keys and lays them out as a <see cref="TermAutomaton"/>. Linear in the keys' total length but for the packing of wide nodes.</summary>
internal sealed class TermAutomatonBuilder
{
    private const int None = -1;

    /// <summary>The trie while it grows: children of a node are a linked list.</summary>
    private readonly List<Node> nodes = [new Node(None, None, 0, None)];
    private readonly List<TermAutomaton.Output> outputs = [];
    private readonly Dictionary<char, ushort> symbols = [];

    /// <summary>Adds a key of at least one character under a number. Equal keys share their state.</summary>
    public void Add(ReadOnlySpan<char> key, int number)
    {
        int node = 0;
        foreach (char c in key)
            node = ChildOf(node, SymbolOf(c));
        ref Node last = ref CollectionsMarshal.AsSpan(nodes)[node];
        outputs.Add(new TermAutomaton.Output(number, last.Output));
        last.Output = outputs.Count - 1;
    }

    /// <summary>Lays the keys out. The builder is spent then.</summary>
    /// <param name="aliases">Characters, with the key character that each is taken for.</param>
    public TermAutomaton Build(params ReadOnlySpan<(char Alias, char Character)> aliases)
    {
        var packing = new Packing(nodes.Count, symbols.Count);
        int[] stateOf = new int[nodes.Count];
        int[] order = new int[nodes.Count];
        int count = 1;
        var children = new List<int>();
        for (int i = 0; i < count; i++)
        {
            int node = order[i];
            children.Clear();
            for (int child = nodes[node].FirstChild; child >= 0; child = nodes[child].NextSibling)
                children.Add(child);
            if (children.Count == 0)
                continue;
            int origin = packing.Place(stateOf[node], children, nodes);
            foreach (int child in children)
            {
                stateOf[child] = origin + nodes[child].Symbol;
                order[count++] = child;
            }
        }

        TermAutomaton.Cell[] cells = packing.Cells();
        int[] fail = new int[cells.Length];
        int[] own = new int[cells.Length];
        int[] first = new int[cells.Length];
        Array.Fill(own, None);
        Array.Fill(first, None);
        for (int i = 1; i < count; i++)
        {
            Node node = nodes[order[i]];
            int state = stateOf[order[i]];
            own[state] = node.Output;
        }

        int[] parents = Parents();
        for (int i = 1; i < count; i++)
        {
            int node = order[i];
            int state = stateOf[node];
            int parent = stateOf[parents[node]];
            fail[state] = parents[node] == 0 ? TermAutomaton.Root : FollowFail(cells, fail, fail[parent], nodes[node].Symbol);
            first[state] = own[state] >= 0 ? state : first[fail[state]];
        }

        return new TermAutomaton(cells, fail, first, own, [.. outputs], SymbolPages(aliases), symbols.Count, Letters());
    }

    private static int FollowFail(TermAutomaton.Cell[] cells, int[] fail, int state, int symbol)
    {
        while (true)
        {
            int target = cells[state].Base + symbol;
            if ((uint)target < (uint)cells.Length && cells[target].Check == state)
                return target;
            if (state == TermAutomaton.Root)
                return TermAutomaton.Root;
            state = fail[state];
        }
    }

    private int[] Parents()
    {
        int[] parents = new int[nodes.Count];
        for (int node = 0; node < nodes.Count; node++)
        {
            for (int child = nodes[node].FirstChild; child >= 0; child = nodes[child].NextSibling)
                parents[child] = node;
        }

        return parents;
    }

    private ushort SymbolOf(char c)
    {
        if (!symbols.TryGetValue(c, out ushort symbol))
        {
            symbol = (ushort)(symbols.Count + 1);
            symbols.Add(c, symbol);
        }

        return symbol;
    }

    private int ChildOf(int node, ushort symbol)
    {
        for (int child = nodes[node].FirstChild; child >= 0; child = nodes[child].NextSibling)
        {
            if (nodes[child].Symbol == symbol)
                return child;
        }

        nodes.Add(new Node(None, nodes[node].FirstChild, symbol, None));
        CollectionsMarshal.AsSpan(nodes)[node].FirstChild = nodes.Count - 1;
        return nodes.Count - 1;
    }

    private ushort[]?[] SymbolPages(ReadOnlySpan<(char Alias, char Character)> aliases)
    {
        var pages = new ushort[]?[256];
        foreach ((char c, ushort symbol) in symbols)
            (pages[c >> 8] ??= new ushort[256])[c & 0xFF] = symbol;
        foreach ((char alias, char character) in aliases)
            (pages[alias >> 8] ??= new ushort[256])[alias & 0xFF] = symbols.GetValueOrDefault(character);
        return pages;
    }

    private ushort[] Letters() => [.. symbols.Where(pair => char.IsLetter(pair.Key)).Select(pair => pair.Value)];

    private record struct Node(int FirstChild, int NextSibling, ushort Symbol, int Output);

    /// <summary>Places the children of a node where all their cells are free.</summary>
    private sealed class Packing
    {
        private const int PatienceInCells = 256;

        private int[] bases;
        private int[] checks;
        private int firstFree = 1;
        private int used = 1;

        public Packing(int nodeCount, int symbolCount)
        {
            int size = nodeCount + symbolCount + 1;
            bases = new int[size];
            checks = new int[size];
            Array.Fill(checks, None);
        }

        public int Place(int state, List<int> children, List<Node> nodes)
        {
            int lowest = int.MaxValue;
            int highest = 0;
            foreach (int child in children)
            {
                lowest = Math.Min(lowest, nodes[child].Symbol);
                highest = Math.Max(highest, nodes[child].Symbol);
            }

            Grow(firstFree + 1);
            while (checks[firstFree] != None)
                Grow(++firstFree + 1);
            int cell = Math.Max(firstFree, lowest);
            for (int tried = 1; ; cell++, tried++)
            {
                Grow(cell - lowest + highest + 1);
                if (checks[cell] == None && Fits(cell - lowest, children, nodes))
                    break;

                // A crowded region is left for good rather than searched again and again.
                if (tried > PatienceInCells)
                    firstFree = cell - PatienceInCells;
            }

            int origin = cell - lowest;
            foreach (int child in children)
                checks[origin + nodes[child].Symbol] = state;
            used = Math.Max(used, origin + highest + 1);
            bases[state] = origin;
            return origin;
        }

        public TermAutomaton.Cell[] Cells()
        {
            var cells = new TermAutomaton.Cell[used];
            for (int i = 0; i < used; i++)
                cells[i] = new TermAutomaton.Cell(bases[i], checks[i]);
            return cells;
        }

        private bool Fits(int origin, List<int> children, List<Node> nodes)
        {
            foreach (int child in children)
            {
                if (checks[origin + nodes[child].Symbol] != None)
                    return false;
            }

            return true;
        }

        private void Grow(int size)
        {
            if (size <= checks.Length)
                return;
            int before = checks.Length;
            Array.Resize(ref bases, Math.Max(size, before * 2));
            Array.Resize(ref checks, bases.Length);
            Array.Fill(checks, None, before, checks.Length - before);
        }
    }
}
