using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.ML;
using ModBot.Core.Spam;

namespace ModBot.MicrosoftML;

/// <summary>
/// The file of a Microsoft.ML model, little-endian: "MBMM", format version (2 bytes), payload length (4), SHA-256 of the
/// payload (32), payload. The payload: version length (1) and ASCII; the width of a feature vector (4); for each head bias,
/// slope and offset (4 each) and a weight for each feature (2 each); then the featuriser as Microsoft.ML writes it, its
/// archive's times fixed. At most 64 MiB.
/// </summary>
internal static class MicrosoftMlArtifact
{
    public const ushort FormatVersion = 1;

    public const int HeaderLength = 4 + 2 + 4 + 32;

    private const int MaxPayload = 64 << 20;
    private const int MaxVersionLength = 64;
    private const int MaxWidth = 1 << 20;

    private static ReadOnlySpan<byte> Magic => "MBMM"u8;

    public static void Write(Stream destination, string version, TextFeaturiser featuriser, IReadOnlyList<LinearHead> heads)
    {
        using var payload = new MemoryStream();
        using (var writer = new BinaryWriter(payload, Encoding.ASCII, leaveOpen: true))
        {
            writer.Write((byte)version.Length);
            writer.Write(Encoding.ASCII.GetBytes(version));
            writer.Write(featuriser.Width);
            foreach (LinearHead head in heads)
                WriteHead(writer, head);
        }

        using var archive = new MemoryStream();
        featuriser.Save(new MLContext(), archive);
        payload.Write(FixedArchive.Rewrite(archive));
        byte[] bytes = payload.ToArray();
        byte[] header = new byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(6), bytes.Length);
        SHA256.HashData(bytes, header.AsSpan(10));
        destination.Write(header);
        destination.Write(bytes);
    }

    /// <exception cref="InvalidDataException">Anything but what <see cref="Write"/> writes.</exception>
    public static MicrosoftMlModel Read(Stream source)
    {
        byte[] header = new byte[HeaderLength];
        if (source.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.AsSpan().StartsWith(Magic))
            throw new InvalidDataException("This is not a model of ModBot's Microsoft.ML trainer.");
        int format = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(4));
        if (format != FormatVersion)
            throw new InvalidDataException($"The model has format version {format}; this program reads {FormatVersion}. Train it again.");
        int length = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(6));
        if (length is <= 0 or > MaxPayload)
            throw Damaged("its length is impossible");
        byte[] payload = ReadPayload(source, length);
        if (!SHA256.HashData(payload).AsSpan().SequenceEqual(header.AsSpan(10)))
            throw Damaged("its checksum does not match");
        return Parse(payload);
    }

    private static void WriteHead(BinaryWriter writer, LinearHead head)
    {
        writer.Write(head.Bias);
        writer.Write(head.Scaling.Slope);
        writer.Write(head.Scaling.Offset);
        foreach (float weight in head.Weights)
            writer.Write((Half)weight);
    }

    /// <summary>Grows with what arrives, so that a false length costs nothing.</summary>
    private static byte[] ReadPayload(Stream source, int length)
    {
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[81920];
        while (bytes.Length < length)
        {
            int read = source.Read(buffer, 0, (int)Math.Min(buffer.Length, length - bytes.Length));
            if (read == 0)
                throw Damaged("it ends too early");
            bytes.Write(buffer, 0, read);
        }

        if (source.ReadByte() >= 0)
            throw Damaged("something follows its end");
        return bytes.ToArray();
    }

    private static MicrosoftMlModel Parse(byte[] payload)
    {
        using var stream = new MemoryStream(payload, writable: false);
        using var reader = new BinaryReader(stream, Encoding.ASCII);
        try
        {
            int versionLength = reader.ReadByte();
            if (versionLength is 0 or > MaxVersionLength)
                throw Damaged("its name is too long");
            string version = Encoding.ASCII.GetString(reader.ReadBytes(versionLength));
            int width = reader.ReadInt32();
            if (width is <= 0 or > MaxWidth)
                throw Damaged("its width is impossible");
            LinearHead[] heads = [.. ModelHeads.Categories.Select(_ => ReadHead(reader, width))];
            using var archive = new MemoryStream(payload, (int)stream.Position, (int)(stream.Length - stream.Position), writable: false);
            TextFeaturiser featuriser = TextFeaturiser.Load(new MLContext(), archive);
            return featuriser.Width == width
                ? new MicrosoftMlModel(version, featuriser, heads)
                : throw Damaged("weights and featuriser do not belong together");
        }
        catch (EndOfStreamException)
        {
            throw Damaged("it ends too early");
        }
    }

    private static LinearHead ReadHead(BinaryReader reader, int width)
    {
        float bias = reader.ReadSingle();
        var scaling = new PlattScaling(reader.ReadSingle(), reader.ReadSingle());
        if (!(float.IsFinite(bias) && float.IsFinite(scaling.Slope) && scaling.Slope >= 0 && float.IsFinite(scaling.Offset)))
            throw Damaged("a number in it is impossible");
        var weights = new float[width];
        for (int i = 0; i < width; i++)
        {
            weights[i] = (float)reader.ReadHalf();
            if (!float.IsFinite(weights[i]))
                throw Damaged("a weight in it is impossible");
        }

        return new LinearHead(weights, bias, scaling);
    }

    private static InvalidDataException Damaged(string how) => new($"The model is damaged: {how}. Train it again.");
}
