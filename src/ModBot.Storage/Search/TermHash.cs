using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ModBot.Core.Search;

namespace ModBot.Storage.Search;

/// <summary>Terms as they are stored: the first 8 bytes of an HMAC-SHA-256 under the guild's key.</summary>
internal static class TermHash
{
    public static long Of(byte[] key, SearchTerm term)
    {
        byte[] bytes = new byte[1 + Encoding.UTF8.GetByteCount(term.Text)];
        bytes[0] = (byte)term.Kind;
        Encoding.UTF8.GetBytes(term.Text, bytes.AsSpan(1));
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, bytes, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    /// <summary>Terms in 8 bytes each, every one once.</summary>
    public static byte[] Pack(IReadOnlyCollection<long> terms)
    {
        byte[] packed = new byte[terms.Count * sizeof(long)];
        int at = 0;
        foreach (long term in terms)
        {
            BinaryPrimitives.WriteInt64LittleEndian(packed.AsSpan(at), term);
            at += sizeof(long);
        }

        return packed;
    }

    public static IEnumerable<long> Unpack(byte[] packed)
    {
        for (int at = 0; at + sizeof(long) <= packed.Length; at += sizeof(long))
            yield return BinaryPrimitives.ReadInt64LittleEndian(packed.AsSpan(at));
    }
}
