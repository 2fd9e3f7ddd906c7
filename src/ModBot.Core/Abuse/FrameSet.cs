namespace ModBot.Core.Abuse;

/// <summary>All frames.</summary>
internal sealed class FrameSet(IReadOnlyList<Frame> frames)
{
    private readonly Frame[] all = [.. frames];

    public ReadOnlySpan<Frame> All => all;
}
