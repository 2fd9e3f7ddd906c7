using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.SlashCommands;

/// <summary>Reads a command's options.</summary>
internal static class OptionReading
{
    /// <summary>The option's text without the space around it; null where it is absent or blank.</summary>
    public static string? Text(this Interaction interaction, string name) =>
        interaction.Options.GetValueOrDefault(name) is string text && text.AsSpan().Trim().Length > 0 ? text.Trim() : null;

    public static Snowflake? Id(this Interaction interaction, string name) => interaction.Options.GetValueOrDefault(name) as Snowflake?;

    public static long? Integer(this Interaction interaction, string name) => interaction.Options.GetValueOrDefault(name) as long?;

    public static double? Number(this Interaction interaction, string name) => interaction.Options.GetValueOrDefault(name) as double?;

    public static bool Toggle(this Interaction interaction, string name) => interaction.Options.GetValueOrDefault(name) as bool? ?? false;

    /// <summary>What was typed so far in the option that asks for suggestions.</summary>
    public static string Typed(this Interaction interaction) =>
        interaction.FocusedOption is { } focused ? Convert.ToString(interaction.Options.GetValueOrDefault(focused)) ?? "" : "";
}
