using System.Globalization;

namespace ModBot.Discord.Gateway;

/// <summary>Which shards this process runs.</summary>
/// <param name="First">0-based.</param>
/// <param name="Last">Inclusive.</param>
/// <param name="Total">Of all processes; 0 to take what Discord advises.</param>
internal readonly record struct ShardPlan(int First, int Last, int Total)
{
    public const int Most = 16_384;

    public bool IsAutomatic => Total == 0;

    public int Count => Last - First + 1;

    /// <summary>Reads <c>auto</c>, <c>n</c>, <c>a-b/n</c> or <c>a/n</c>; null for anything else.</summary>
    public static ShardPlan? Parse(string text)
    {
        text = text.Trim();
        if (text.Equals("auto", StringComparison.OrdinalIgnoreCase))
            return new ShardPlan(0, 0, 0);
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return Number(text) is { } all and >= 1 and <= Most ? new ShardPlan(0, all - 1, all) : null;
        string range = text[..slash];
        int dash = range.IndexOf('-', StringComparison.Ordinal);
        int? first = Number(dash < 0 ? range : range[..dash]);
        int? last = dash < 0 ? first : Number(range[(dash + 1)..]);
        int? total = Number(text[(slash + 1)..]);
        return first <= last && last < total && total <= Most ? new ShardPlan(first.Value, last.Value, total.Value) : null;
    }

    /// <summary>The plan with Discord's advice taken where it was asked for.</summary>
    public ShardPlan Resolve(int advised) => IsAutomatic ? new ShardPlan(0, Math.Clamp(advised, 1, Most) - 1, Math.Clamp(advised, 1, Most)) : this;

    /// <summary>The shard that serves a guild.</summary>
    public static int ShardOf(ulong guild, int total) => (int)((guild >> 22) % (ulong)total);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
