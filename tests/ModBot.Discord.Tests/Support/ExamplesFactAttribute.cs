namespace ModBot.Discord.Tests.Support;

/// <summary>A fact over Discord's sample payloads; skipped where the variable names no file of them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ExamplesFactAttribute : FactAttribute
{
    public const string Variable = "MODBOT_DISCORD_EXAMPLES";

    public ExamplesFactAttribute()
    {
        if (!File.Exists(Path))
            Skip = $"{Variable} names no file of sample payloads.";
    }

    public static string? Path => Environment.GetEnvironmentVariable(Variable);
}
