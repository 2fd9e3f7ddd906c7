namespace ModBot.EndToEnd.Tests.Interop;

/// <summary>A test that runs a part of <c>tests/interop/run</c>; skipped, with the reason, where something that the part needs is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InteropFactAttribute : FactAttribute
{
    /// <param name="needsDiscordPy">The part runs on Debian's python3-discord.</param>
    public InteropFactAttribute(bool needsDiscordPy = false)
    {
        Skip = Prerequisites.MissingForNode ?? (needsDiscordPy ? Prerequisites.MissingForDiscordPy : null);
    }
}
