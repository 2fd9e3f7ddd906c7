namespace ModBot.Discord.Tests.Support;

/// <summary>Always the same number.</summary>
internal sealed class SteadyRandom(double value) : Random
{
    public override double NextDouble() => value;
}
