using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace ModBot.Core.Spam;

/// <summary>
/// The file of a built-in model, little-endian: "MBSM", format version (2 bytes), payload length (4), SHA-256 of the payload
/// (32), payload. The payload: version length (1) and ASCII; for each head step, slope and offset (4 each); a bit for each
/// slot of the feature table; for each slot in use its tag (2) and its eight numbers (2 each). At most 1.2 MB.
/// </summary>
internal static class ModelArtifact
{
    public const ushort FormatVersion = 2;

    public const int HeaderLength = 4 + 2 + 4 + 32;

    private const int MaxVersionLength = 64;

    private const int MapLength = FeatureTable.SlotCount / 8;

    private const int FeatureLength = 2 + (2 * ModelHeads.Lanes);

    private static ReadOnlySpan<byte> Magic => "MBSM"u8;

    public static void Write(Stream destination, string version, WeightTable weights, PlattScaling[] scalings)
    {
        byte[] payload = new byte[PayloadLength(version.Length, weights.Table.FeatureCount)];
        Span<byte> rest = payload;
        rest[0] = (byte)version.Length;
        Encoding.ASCII.GetBytes(version, rest[1..]);
        rest = rest[(1 + version.Length)..];
        for (int head = 0; head < scalings.Length; head++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(rest, weights.Steps[head]);
            BinaryPrimitives.WriteSingleLittleEndian(rest[4..], scalings[head].Slope);
            BinaryPrimitives.WriteSingleLittleEndian(rest[8..], scalings[head].Offset);
            rest = rest[12..];
        }

        Span<byte> map = rest[..MapLength];
        rest = rest[MapLength..];
        for (int slot = 0; slot < FeatureTable.SlotCount; slot++)
        {
            ushort tag = weights.Table.TagAt(slot);
            if (tag == 0)
                continue;
            map[slot >> 3] |= (byte)(1 << (slot & 7));
            BinaryPrimitives.WriteUInt16LittleEndian(rest, tag);
            for (int lane = 0; lane < ModelHeads.Lanes; lane++)
                BinaryPrimitives.WriteInt16LittleEndian(rest[(2 + (2 * lane))..], weights.Numbers[(slot * ModelHeads.Lanes) + lane]);
            rest = rest[FeatureLength..];
        }

        byte[] header = new byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(6), payload.Length);
        SHA256.HashData(payload, header.AsSpan(10));
        destination.Write(header);
        destination.Write(payload);
    }

    /// <exception cref="InvalidDataException">Anything but what <see cref="Write"/> writes.</exception>
    public static LinearSpamModel Read(Stream source)
    {
        byte[] header = new byte[HeaderLength];
        if (source.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.AsSpan().StartsWith(Magic))
            throw new InvalidDataException("This is not a model of ModBot's built-in trainer.");
        int format = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(4));
        if (format != FormatVersion)
            throw new InvalidDataException($"The model has format version {format}; this program reads {FormatVersion}. Train it again.");
        int length = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(6));
        if (length < PayloadLength(1, 0) || length > PayloadLength(MaxVersionLength, FeatureTable.SlotCount))
            throw Damaged("its length is impossible");
        byte[] payload = new byte[length];
        if (source.ReadAtLeast(payload, length, throwOnEndOfStream: false) < length)
            throw Damaged("it ends too early");
        if (source.ReadByte() >= 0)
            throw Damaged("something follows its end");
        if (!SHA256.HashData(payload).AsSpan().SequenceEqual(header.AsSpan(10)))
            throw Damaged("its checksum does not match");
        return ReadPayload(payload);
    }

    private static int PayloadLength(int versionLength, int features) =>
        1 + versionLength + (12 * ModelHeads.Categories.Length) + MapLength + (features * FeatureLength);

    private static LinearSpamModel ReadPayload(ReadOnlySpan<byte> payload)
    {
        int versionLength = payload[0];
        if (versionLength is 0 or > MaxVersionLength || payload.Length < PayloadLength(versionLength, 0))
            throw Damaged("its name is too long");
        string version = Encoding.ASCII.GetString(payload.Slice(1, versionLength));
        ReadOnlySpan<byte> rest = payload[(1 + versionLength)..];
        var steps = new float[ModelHeads.Categories.Length];
        var scalings = new PlattScaling[steps.Length];
        for (int head = 0; head < steps.Length; head++)
        {
            steps[head] = BinaryPrimitives.ReadSingleLittleEndian(rest);
            scalings[head] = new PlattScaling(BinaryPrimitives.ReadSingleLittleEndian(rest[4..]), BinaryPrimitives.ReadSingleLittleEndian(rest[8..]));
            rest = rest[12..];
            if (!(steps[head] > 0 && float.IsFinite(steps[head]) && scalings[head].Slope >= 0 && float.IsFinite(scalings[head].Slope) && float.IsFinite(scalings[head].Offset)))
                throw Damaged("a number in it is impossible");
        }

        ReadOnlySpan<byte> map = rest[..MapLength];
        int features = 0;
        foreach (byte bits in map)
            features += BitOperations.PopCount(bits);
        if (payload.Length != PayloadLength(versionLength, features))
            throw Damaged("the number of its features does not match its length");
        return new LinearSpamModel(version, ReadFeatures(map, rest[MapLength..], steps), scalings);
    }

    private static WeightTable ReadFeatures(ReadOnlySpan<byte> map, ReadOnlySpan<byte> rest, float[] steps)
    {
        var table = new FeatureTable();
        var numbers = new short[FeatureTable.SlotCount * ModelHeads.Lanes];
        for (int slot = 0; slot < FeatureTable.SlotCount; slot++)
        {
            if ((map[slot >> 3] & (1 << (slot & 7))) == 0)
                continue;
            ushort tag = BinaryPrimitives.ReadUInt16LittleEndian(rest);
            Span<short> row = numbers.AsSpan(slot * ModelHeads.Lanes, ModelHeads.Lanes);
            for (int lane = 0; lane < row.Length; lane++)
                row[lane] = BinaryPrimitives.ReadInt16LittleEndian(rest[(2 + (2 * lane))..]);
            if (tag == 0 || row[ModelHeads.FrequencyLane] <= 0)
                throw Damaged("a feature in it is impossible");
            table.SetTag(slot, tag);
            rest = rest[FeatureLength..];
        }

        return new WeightTable(table, numbers, steps);
    }

    private static InvalidDataException Damaged(string how) => new($"The model is damaged: {how}. Train it again.");
}
