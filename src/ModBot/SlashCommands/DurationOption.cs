using ModBot.Core.Filters;
using ModBot.Core.Platform;

namespace ModBot.SlashCommands;

/// <summary>An option that takes a span of time as people type it.</summary>
internal static class DurationOption
{
    private const int LongestText = 20;

    public static CommandOption Of(string name, string description, bool isRequired = false) => new()
    {
        Kind = CommandOptionKind.String,
        Name = name,
        Description = description,
        IsRequired = isRequired,
        Maximum = LongestText,
    };

    /// <exception cref="CommandFault">Not a time, or out of bounds; says what to type instead.</exception>
    public static TimeSpan Read(Interaction interaction, string name, TimeSpan fallback, TimeSpan least, TimeSpan most)
    {
        if (interaction.Text(name) is not { } text)
            return fallback;
        return DurationText.TryParse(text, out TimeSpan duration) && duration >= least && duration <= most
            ? duration
            : throw new CommandFault($"`{name}` takes {DurationText.Form}, from {DurationText.Write(least)} to {DurationText.Write(most)}.");
    }
}
