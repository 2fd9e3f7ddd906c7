using System.Reflection;

namespace ModBot.Hosting;

/// <summary>Which ModBot this is.</summary>
internal static class ModBotVersion
{
    public static string Text { get; } =
        $"modbot {typeof(ModBotVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "of an unknown version"}";
}
