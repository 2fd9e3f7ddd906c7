using System.Globalization;
using System.Text.Json;
using ModBot.Core.Platform;

namespace ModBot.Discord.Rest;

/// <summary>Turns command definitions into what Discord takes: groups are nested, choices have their option's type.</summary>
internal static class CommandBodies
{
    private const int SubCommandType = 1;
    private const int GroupType = 2;
    private static readonly int[] GuildsOnly = [0];

    public static CommandBody From(CommandDefinition command) => new()
    {
        Name = command.Name,
        Type = (int)command.Kind,
        Description = command.Kind == CommandKind.Chat ? command.Description : null,
        DefaultMemberPermissions = command.DefaultPermissions == GuildPermissions.None ? null : ((ulong)command.DefaultPermissions).ToString(CultureInfo.InvariantCulture),
        Contexts = GuildsOnly,
        Options = Options(command),
    };

    private static OptionBody[]? Options(CommandDefinition command)
    {
        if (!command.Options.IsDefaultOrEmpty)
            return [.. command.Options.Select(Option)];
        if (command.SubCommands.IsDefaultOrEmpty)
            return null;
        var options = new List<OptionBody>();
        foreach (IGrouping<string, SubCommand> group in command.SubCommands.GroupBy(sub => GroupOf(sub.Name), StringComparer.Ordinal))
        {
            OptionBody[] inside = [.. group.Select(Sub)];
            if (group.Key.Length == 0)
                options.AddRange(inside);
            else
                options.Add(new OptionBody { Type = GroupType, Name = group.Key, Description = group.Key, Options = inside });
        }

        return [.. options];
    }

    private static string GroupOf(string name)
    {
        int space = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? "" : name[..space];
    }

    private static OptionBody Sub(SubCommand sub) => new()
    {
        Type = SubCommandType,
        Name = sub.Name[(sub.Name.IndexOf(' ', StringComparison.Ordinal) + 1)..],
        Description = sub.Description,
        Options = sub.Options.IsDefaultOrEmpty ? null : [.. sub.Options.Select(Option)],
    };

    private static OptionBody Option(CommandOption option)
    {
        bool isText = option.Kind == CommandOptionKind.String;
        return new OptionBody
        {
            Type = (int)option.Kind,
            Name = option.Name,
            Description = option.Description,
            Required = option.IsRequired ? true : null,
            Autocomplete = option.Autocompletes ? true : null,
            MinValue = isText ? null : option.Minimum,
            MaxValue = isText ? null : option.Maximum,
            MinLength = isText ? (int?)option.Minimum : null,
            MaxLength = isText ? (int?)option.Maximum : null,
            Choices = option.Choices.IsDefaultOrEmpty ? null : [.. option.Choices.Select(choice => new ChoiceBody(choice.Name, Value(option.Kind, choice.Value)))],
        };
    }

    /// <summary>A choice's value as the option's type has it; text that is no such number stays text.</summary>
    public static JsonElement Value(CommandOptionKind kind, string text)
    {
        if (kind == CommandOptionKind.Integer && long.TryParse(text, CultureInfo.InvariantCulture, out long integer))
            return JsonSerializer.SerializeToElement(integer, WireJson.Default.Int64);
        if (kind == CommandOptionKind.Number && double.TryParse(text, CultureInfo.InvariantCulture, out double number))
            return JsonSerializer.SerializeToElement(number, WireJson.Default.Double);
        return JsonSerializer.SerializeToElement(text, WireJson.Default.String);
    }
}
