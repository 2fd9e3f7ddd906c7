using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ModBot.Core.Messages;
using ModBot.Core.Ports;

namespace ModBot.Hosting;

/// <summary>
/// Search keys, derived for each guild from one secret that lies with the key ring: <c>search.key</c>, 32 random bytes, made by
/// the first process that needs it. Whoever restores a backup without it searches words in vain until they are indexed anew.
/// </summary>
/// <param name="folder">The key ring's folder.</param>
internal sealed class SearchKeys(string folder) : ISearchKeys
{
    private const int Length = 32;
    private const string FileName = "search.key";
    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("ModBot.Search.v1");

    /// <summary>A guild that was left keeps its few bytes here until the process ends.</summary>
    private readonly ConcurrentDictionary<Snowflake, byte[]> keys = new();
    private readonly Lazy<byte[]> secret = new(() => ReadOrMake(Path.Combine(folder, FileName)));

    public byte[] KeyOf(Snowflake guild) =>
        keys.GetOrAdd(guild, static (id, secret) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, BitConverter.GetBytes(id.Value), Purpose), secret.Value);

    /// <exception cref="InvalidDataException">The file does not hold a secret.</exception>
    private static byte[] ReadOrMake(string path)
    {
        if (!File.Exists(path))
            Make(path);
        byte[] found = File.ReadAllBytes(path);
        return found.Length == Length
            ? found
            : throw new InvalidDataException($"'{path}' should hold {Length} bytes. Restore it from a backup, or delete it: words of older cases are then not found any more.");
    }

    /// <summary>Of several processes that start at once, one makes it and the others find it whole.</summary>
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string own = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(own, options))
            stream.Write(RandomNumberGenerator.GetBytes(Length));
        try
        {
            File.Move(own, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(own);
        }
    }
}
