using Discord;
using ModBot.Core.Platform;
using Permissions = Discord.GuildPermission;

namespace ModBot.DiscordNet.Mapping;

/// <summary>Turns Core's commands into Discord.Net's.</summary>
internal static class CommandMapper
{
    public static ApplicationCommandProperties Map(CommandDefinition command)
    {
        Permissions? needed = command.DefaultPermissions == Core.Platform.GuildPermissions.None ? null : (Permissions)(ulong)command.DefaultPermissions;
        return command.Kind switch
        {
            CommandKind.User => new UserCommandBuilder().WithName(command.Name).WithDefaultMemberPermissions(needed).WithContextTypes(InteractionContextType.Guild).Build(),
            CommandKind.Message => new MessageCommandBuilder().WithName(command.Name).WithDefaultMemberPermissions(needed).WithContextTypes(InteractionContextType.Guild).Build(),
            _ => Chat(command, needed),
        };
    }

    private static SlashCommandProperties Chat(CommandDefinition command, Permissions? needed)
    {
        SlashCommandBuilder builder = new SlashCommandBuilder()
            .WithName(command.Name)
            .WithDescription(command.Description)
            .WithDefaultMemberPermissions(needed)
            .WithContextTypes(InteractionContextType.Guild);
        var groups = new Dictionary<string, SlashCommandOptionBuilder>(StringComparer.Ordinal);
        foreach (SubCommand sub in command.SubCommands.IsDefault ? [] : command.SubCommands)
        {
            string[] name = sub.Name.Split(' ', 2);
            SlashCommandOptionBuilder option = Sub(name[^1], sub);
            if (name.Length == 1)
            {
                builder.AddOption(option);
            }
            else if (groups.TryGetValue(name[0], out SlashCommandOptionBuilder? group))
            {
                group.AddOption(option);
            }
            else
            {
                groups[name[0]] = new SlashCommandOptionBuilder { Name = name[0], Description = name[0], Type = ApplicationCommandOptionType.SubCommandGroup }.AddOption(option);
                builder.AddOption(groups[name[0]]);
            }
        }

        foreach (CommandOption option in command.Options.IsDefault ? [] : command.Options)
            builder.AddOption(Option(option));
        return builder.Build();
    }

    private static SlashCommandOptionBuilder Sub(string name, SubCommand sub)
    {
        var builder = new SlashCommandOptionBuilder { Name = name, Description = sub.Description, Type = ApplicationCommandOptionType.SubCommand };
        foreach (CommandOption option in sub.Options.IsDefault ? [] : sub.Options)
            builder.AddOption(Option(option));
        return builder;
    }

    private static SlashCommandOptionBuilder Option(CommandOption option)
    {
        bool isText = option.Kind == CommandOptionKind.String;
        var builder = new SlashCommandOptionBuilder
        {
            Name = option.Name,
            Description = option.Description,
            Type = (ApplicationCommandOptionType)(int)option.Kind,
            IsRequired = option.IsRequired,
            IsAutocomplete = option.Autocompletes,
            MinValue = isText ? null : option.Minimum,
            MaxValue = isText ? null : option.Maximum,
            MinLength = isText ? (int?)option.Minimum : null,
            MaxLength = isText ? (int?)option.Maximum : null,
        };
        foreach (CommandChoice choice in option.Choices.IsDefault ? [] : option.Choices)
            AddChoice(builder, option.Kind, choice);
        return builder;
    }

    private static void AddChoice(SlashCommandOptionBuilder builder, CommandOptionKind kind, CommandChoice choice)
    {
        if (kind == CommandOptionKind.Integer && long.TryParse(choice.Value, out long integer))
            builder.AddChoice(choice.Name, integer);
        else if (kind == CommandOptionKind.Number && double.TryParse(choice.Value, out double number))
            builder.AddChoice(choice.Name, number);
        else
            builder.AddChoice(choice.Name, choice.Value);
    }
}
