using System.Globalization;
using System.Text;
using Discord;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;

namespace ModBot.DiscordNet.Rest;

/// <summary>Writes commands, wanted and registered, as texts that are equal where registering would change nothing.</summary>
internal static class CommandText
{
    public static string Of(IEnumerable<CommandDefinition> commands) => Join(commands.Select(Of));

    public static string Of(IEnumerable<IApplicationCommand> commands) => Join(commands.Select(Of));

    private static string Of(CommandDefinition command)
    {
        CommandBody body = CommandBodies.From(command);
        var text = new StringBuilder();
        Append(text, body.Type, body.Name, body.Description ?? "", body.DefaultMemberPermissions ?? "");
        AppendOptions(text, body.Options);
        return text.ToString();
    }

    private static string Of(IApplicationCommand command)
    {
        var text = new StringBuilder();
        ulong permissions = command.DefaultMemberPermissions.RawValue;
        Append(text, (int)command.Type, command.Name, command.Description ?? "", permissions == 0 ? "" : permissions);
        AppendOptions(text, command.Options);
        return text.ToString();
    }

    private static void AppendOptions(StringBuilder text, OptionBody[]? options)
    {
        text.Append('[');
        foreach (OptionBody option in options ?? [])
        {
            Append(text, option.Type, option.Name, option.Description, option.Required ?? false, option.Autocomplete ?? false, option.MinValue, option.MaxValue, option.MinLength, option.MaxLength);
            foreach (ChoiceBody choice in option.Choices ?? [])
                Append(text, choice.Name, choice.Value.ToString());
            AppendOptions(text, option.Options);
        }

        text.Append(']');
    }

    private static void AppendOptions(StringBuilder text, IReadOnlyCollection<IApplicationCommandOption>? options)
    {
        text.Append('[');
        foreach (IApplicationCommandOption option in options ?? [])
        {
            Append(text, (int)option.Type, option.Name, option.Description, option.IsRequired ?? false, option.IsAutocomplete ?? false, option.MinValue, option.MaxValue, option.MinLength, option.MaxLength);
            foreach (IApplicationCommandOptionChoice choice in option.Choices ?? [])
                Append(text, choice.Name, choice.Value);
            AppendOptions(text, option.Options);
        }

        text.Append(']');
    }

    /// <summary>Length before text: no two different sets read the same.</summary>
    private static void Append(StringBuilder text, params ReadOnlySpan<object?> parts)
    {
        foreach (object? part in parts)
        {
            string written = Convert.ToString(part, CultureInfo.InvariantCulture) ?? "";
            text.Append(CultureInfo.InvariantCulture, $"{written.Length}:{written};");
        }
    }

    private static string Join(IEnumerable<string> commands) => string.Join('\n', commands.Order(StringComparer.Ordinal));
}
