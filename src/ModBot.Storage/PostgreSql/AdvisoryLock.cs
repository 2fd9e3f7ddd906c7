using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ModBot.Storage.PostgreSql;

/// <summary>The numbers under which this program's locks are known in a database that others may use too.</summary>
internal static class AdvisoryLock
{
    /// <summary>Held while the schema is brought up to date.</summary>
    public static readonly long Migration = KeyOf("schema", 0);

    /// <summary>The first half of the locks that stand for living processes; the second is the process's number.</summary>
    public const int Processes = 0x4D42_5052;

    /// <summary>64 bits of a hash: two subjects that meet would only wait for each other.</summary>
    public static long KeyOf(string subject, long key)
    {
        byte[] name = Encoding.UTF8.GetBytes($"modbot/{subject}/");
        Span<byte> source = stackalloc byte[name.Length + sizeof(long)];
        name.CopyTo(source);
        BinaryPrimitives.WriteInt64BigEndian(source[name.Length..], key);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
