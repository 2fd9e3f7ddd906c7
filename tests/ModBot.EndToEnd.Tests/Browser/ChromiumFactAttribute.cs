using ModBot.EndToEnd.Tests.Interop;

namespace ModBot.EndToEnd.Tests.Browser;

/// <summary>A test that drives Debian's Chromium; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public const string Executable = "/usr/bin/chromium";

    /// <param name="needsNode">The test takes packages from npm too.</param>
    public ChromiumFactAttribute(bool needsNode = false)
    {
        Skip = File.Exists(Executable) ? needsNode ? Prerequisites.MissingForNode : null : $"{Executable} is not installed (Debian: apt-get install chromium)";
    }
}
