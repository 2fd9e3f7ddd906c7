using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

/// <summary>Finds and makes users by the names that people give.</summary>
internal static class UserNames
{
    private static readonly DateTimeOffset First = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static UserState? Find(WorldState world, string name)
    {
        string username = Username(name);
        return world.Users.Values.FirstOrDefault(u => u.Username == username && !u.Bot);
    }

    /// <summary>Adds a user whose id follows from the name, so that every run gives the same one.</summary>
    public static UserState Add(WorldState world, string name)
    {
        string username = Username(name);
        Snowflake id = IdOf(username);
        while (world.Users.ContainsKey(id))
            id = new Snowflake(id.Value + 1);
        var user = new UserState { Id = id, Username = username, GlobalName = name };
        world.Users.Add(id, user);
        return user;
    }

    /// <summary>Lower case; what Discord does not allow in a username becomes an underscore.</summary>
    private static string Username(string name)
    {
        string clean = string.Concat(name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '_'));
        return clean.Length < 2 ? clean.PadRight(2, '_') : clean;
    }

    private static Snowflake IdOf(string username)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(username));
        uint minutes = BinaryPrimitives.ReadUInt32LittleEndian(hash) % (3 * 365 * 24 * 60);
        return Snowflake.At(First.AddMinutes(minutes), BinaryPrimitives.ReadUInt32LittleEndian(hash.AsSpan(4)) & 0x3FFFFF);
    }
}
