namespace ModBot.Tests.Moderation;

/// <summary>The system's clock, ahead by as much as a test says.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
