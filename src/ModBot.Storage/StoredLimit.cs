using System.Runtime.CompilerServices;

namespace ModBot.Storage;

/// <summary>Bounds of what one read may give.</summary>
internal static class StoredLimit
{
    /// <exception cref="ArgumentOutOfRangeException">The limit is not within 1..<paramref name="most"/>.</exception>
    public static void Check(int limit, int most, [CallerArgumentExpression(nameof(limit))] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, most, name);
    }
}
