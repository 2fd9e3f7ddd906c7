using ModBot.Core.Filters;

namespace ModBot.Core.Rules;

/// <summary>
/// A named counter of a rule set: its value falls by <see cref="Decay"/> in every <see cref="Every"/>, evenly, never below 0.
/// A counter that rules use without naming it here has the defaults.
/// </summary>
public sealed record CounterSpec
{
    /// <summary>The longest name.</summary>
    public const int MaximumName = 32;

    /// <summary>As <see cref="IsName"/> allows; unique in its rule set.</summary>
    public required string Name { get; init; }

    public CounterScope Per { get; init; } = CounterScope.Author;

    /// <summary>0..1,000; 0: it never falls.</summary>
    public int Decay { get; init; } = 1;

    /// <summary>1 s to 365 days.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromDays(1);

    /// <summary>1..32 characters of a-z, 0-9 and hyphen.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= MaximumName && name.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>The value at a moment of a counter that had one at another.</summary>
    /// <param name="value">What it was, 0 or more.</param>
    /// <param name="since">How long ago; less than 0 counts as 0.</param>
    public double ValueAfter(double value, TimeSpan since) => since <= TimeSpan.Zero ? value : Math.Max(0, value - (Decay * (since / Every)));

    /// <summary>A value as it counts: what was added counts whole until the last of it has fallen off.</summary>
    public static double Whole(double value) => Math.Ceiling(Math.Max(0, value - 1e-6));

    internal static void CheckName(string option, string name, List<OptionFault> faults)
    {
        if (!IsName(name))
            faults.Add(new OptionFault(option, $"must be a name of 1 to {MaximumName} characters of a-z, 0-9 and hyphen"));
    }
}
