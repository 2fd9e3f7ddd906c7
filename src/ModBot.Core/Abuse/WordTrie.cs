using System.Numerics;

namespace ModBot.Core.Abuse;

/// <summary>Words of the letters a to z, to be walked letter by letter. Immutable; some twelve bytes a node.</summary>
internal sealed class WordTrie
{
    public const int Root = 0;

    private readonly uint[] letters;
    private readonly int[] firstChild;
    private readonly int[] words;

    /// <param name="entries">Words with their numbers; of equal words the first wins. Other characters than a to z are not allowed.</param>
    public WordTrie(IEnumerable<(string Text, int Word)> entries)
    {
        var nodes = new List<Node> { new() };
        foreach ((string text, int word) in entries)
        {
            Node node = nodes[Root];
            foreach (char letter in text)
            {
                if (!node.Children.TryGetValue(letter, out Node? child))
                {
                    node.Children.Add(letter, child = new Node());
                    nodes.Add(child);
                }

                node = child;
            }

            if (node.Word == 0)
                node.Word = word;
        }

        letters = new uint[nodes.Count];
        firstChild = new int[nodes.Count];
        words = new int[nodes.Count];
        var order = new List<Node>(nodes.Count) { nodes[Root] };
        for (int i = 0; i < order.Count; i++)
        {
            words[i] = order[i].Word;
            firstChild[i] = order.Count;
            foreach ((char letter, Node child) in order[i].Children)
            {
                letters[i] |= Bit(letter);
                order.Add(child);
            }
        }
    }

    /// <summary>The node behind a letter from a to z; -1 where no word goes on so.</summary>
    public int Child(int node, char letter)
    {
        uint bit = Bit(letter);
        uint present = letters[node];
        return (present & bit) == 0 ? -1 : firstChild[node] + BitOperations.PopCount(present & (bit - 1));
    }

    /// <summary>The letters that words go on with, a at bit 0.</summary>
    public uint LettersAt(int node) => letters[node];

    /// <summary>The word that ends here; 0 for none.</summary>
    public int WordAt(int node) => words[node];

    public static uint Bit(char letter) => 1u << (letter - 'a');

    private sealed class Node
    {
        public SortedDictionary<char, Node> Children { get; } = [];

        public int Word { get; set; }
    }
}
