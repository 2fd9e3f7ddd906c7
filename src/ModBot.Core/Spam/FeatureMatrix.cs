using System.Runtime.InteropServices;
using ModBot.Core.Text;

namespace ModBot.Core.Spam;

/// <summary>The features of many texts as slots of a table, in three blocks each: words, letters, structure.</summary>
internal sealed class FeatureMatrix
{
    private const int Blocks = FeatureExtractor.Blocks;

    private readonly List<int> slots = [];
    private readonly int[] offsets;
    private readonly float[] scales;

    private FeatureMatrix(FeatureTable table, short[] frequencies, int count)
    {
        Table = table;
        Frequencies = frequencies;
        offsets = new int[(count * Blocks) + 1];
        scales = new float[count * Blocks];
    }

    public FeatureTable Table { get; }

    /// <summary>For each slot its <see cref="FrequencyCode"/>.</summary>
    public short[] Frequencies { get; }

    /// <summary>Slots, distinct within a text.</summary>
    public ReadOnlySpan<int> Slots => CollectionsMarshal.AsSpan(slots);

    /// <summary>Where block b of text i begins in <see cref="Slots"/>: at [3i + b].</summary>
    public ReadOnlySpan<int> Offsets => offsets;

    /// <summary>What a feature is multiplied by in block b of text i: [3i + b].</summary>
    public ReadOnlySpan<float> Scales => scales;

    public int Count => scales.Length / Blocks;

    /// <summary>Reads the texts, and makes the table of their features.</summary>
    public static FeatureMatrix Build(IReadOnlyList<LabelledText> examples, CancellationToken cancellationToken)
    {
        var counter = new FeatureCounter();
        var hashes = new List<uint>(examples.Count * 400);
        var ends = new List<int>(examples.Count * Blocks);
        var views = new TextViews();
        for (int i = 0; i < examples.Count; i++)
        {
            if (i % 256 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            views.Load(examples[i].Text);
            var sink = new HashCollector(hashes, ends, counter, i);
            FeatureExtractor.Extract(views, ref sink);
        }

        FeatureTable table = counter.Select();
        var frequencies = new short[FeatureTable.SlotCount];
        foreach (uint hash in hashes)
        {
            if (table.TryFind(hash, out int slot) && frequencies[slot] == 0)
                frequencies[slot] = FrequencyCode.Of(counter.TextsWith(hash), examples.Count);
        }

        var matrix = new FeatureMatrix(table, frequencies, examples.Count);
        matrix.Fill(CollectionsMarshal.AsSpan(hashes), ends);
        return matrix;
    }

    private void Fill(ReadOnlySpan<uint> hashes, List<int> ends)
    {
        var seen = new ulong[FeatureTable.SlotCount / 64];
        int next = 0;
        for (int block = 0; block < ends.Count; block++)
        {
            if (block % Blocks == 0)
                Array.Clear(seen);
            long length = 0;
            for (; next < ends[block]; next++)
            {
                if (!Table.TryFind(hashes[next], out int slot))
                {
                    length += FrequencyCode.Unknown;
                    continue;
                }

                ulong bit = 1UL << (slot & 63);
                if ((seen[slot >> 6] & bit) != 0)
                    continue;
                seen[slot >> 6] |= bit;
                slots.Add(slot);
                length += Frequencies[slot];
            }

            offsets[block + 1] = slots.Count;
            scales[block] = FeatureExtractor.ScaleOf(block % Blocks, length);
        }
    }

    private readonly struct HashCollector(List<uint> hashes, List<int> ends, FeatureCounter counter, int text) : IFeatureSink
    {
        public void Add(uint hash, FeatureKind kind, int start, int length)
        {
            hashes.Add(hash);
            counter.Note(hash, text, kind == FeatureKind.Letters);
        }

        public void EndBlock() => ends.Add(hashes.Count);
    }
}
