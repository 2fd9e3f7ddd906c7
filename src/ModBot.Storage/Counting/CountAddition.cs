using System.Buffers.Binary;
using ModBot.Core.Cases;
using ModBot.Core.Verdicts;

namespace ModBot.Storage.Counting;

/// <summary>Judgements that are counted alike.</summary>
/// <param name="Day">Days since the Unix epoch, UTC.</param>
/// <param name="OpensCase">False for what stands in the recent table.</param>
internal readonly record struct CountAddition(long Guild, long Author, int Day, Disposition Disposition, CategorySet Categories, bool OpensCase)
{
    /// <summary>Bytes of an addition with its number of messages.</summary>
    public const int Length = 8 + 8 + 4 + 4 + 4 + 1 + 1;

    private const long MillisecondsOfDay = 86_400_000;

    public static CountAddition Of(Judgement judgement) => new(
        StoredValue.Of(judgement.Key.GuildId),
        StoredValue.Of(judgement.AuthorId),
        (int)Math.DivRem(StoredValue.Of(judgement.JudgedAt), MillisecondsOfDay).Quotient,
        judgement.Verdict.Disposition,
        judgement.Verdict.Categories,
        judgement.OpensCase);

    /// <summary>Additions and their numbers of messages as bytes.</summary>
    public static byte[] Encode(IReadOnlyCollection<KeyValuePair<CountAddition, int>> additions)
    {
        byte[] bytes = new byte[additions.Count * Length];
        Span<byte> rest = bytes;
        foreach ((CountAddition addition, int messages) in additions)
        {
            BinaryPrimitives.WriteInt64LittleEndian(rest, addition.Guild);
            BinaryPrimitives.WriteInt64LittleEndian(rest[8..], addition.Author);
            BinaryPrimitives.WriteInt32LittleEndian(rest[16..], addition.Day);
            BinaryPrimitives.WriteUInt32LittleEndian(rest[20..], addition.Categories.Bits);
            BinaryPrimitives.WriteInt32LittleEndian(rest[24..], messages);
            rest[28] = (byte)addition.Disposition;
            rest[29] = addition.OpensCase ? (byte)1 : (byte)0;
            rest = rest[Length..];
        }

        return bytes;
    }

    /// <summary>What <see cref="Encode"/> made.</summary>
    public static KeyValuePair<CountAddition, int>[] Decode(ReadOnlySpan<byte> bytes)
    {
        var additions = new KeyValuePair<CountAddition, int>[bytes.Length / Length];
        for (int i = 0; i < additions.Length; i++)
        {
            ReadOnlySpan<byte> one = bytes.Slice(i * Length, Length);
            var addition = new CountAddition(
                BinaryPrimitives.ReadInt64LittleEndian(one),
                BinaryPrimitives.ReadInt64LittleEndian(one[8..]),
                BinaryPrimitives.ReadInt32LittleEndian(one[16..]),
                (Disposition)one[28],
                new CategorySet(BinaryPrimitives.ReadUInt32LittleEndian(one[20..])),
                one[29] != 0);
            additions[i] = new(addition, BinaryPrimitives.ReadInt32LittleEndian(one[24..]));
        }

        return additions;
    }
}
