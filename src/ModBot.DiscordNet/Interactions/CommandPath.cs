using System.Globalization;
using Discord;
using Discord.WebSocket;
using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.DiscordNet.Interactions;

/// <summary>A command's name with groups and sub-commands, and its options.</summary>
/// <param name="Name">Separated by single spaces; empty where the interaction is no command.</param>
/// <param name="Options">By name.</param>
/// <param name="Focused">The option being typed.</param>
internal sealed record CommandPath(string Name, IReadOnlyDictionary<string, object> Options, string? Focused)
{
    private const int DeepestNesting = 4;

    public static CommandPath Of(SocketInteraction interaction) => interaction switch
    {
        SocketAutocompleteInteraction typing => OfTyping(typing.Data),
        SocketSlashCommand command => OfCommand(command.Data.Name, command.Data.Options),
        SocketUserCommand user => new CommandPath(user.Data.Name, None, null),
        SocketMessageCommand message => new CommandPath(message.Data.Name, None, null),
        _ => new CommandPath("", None, null),
    };

    private static Dictionary<string, object> None => new(StringComparer.Ordinal);

    private static CommandPath OfCommand(string name, IReadOnlyCollection<SocketSlashCommandDataOption>? options)
    {
        Dictionary<string, object> found = None;
        Read(options, DeepestNesting);
        return new CommandPath(name, found, null);

        void Read(IReadOnlyCollection<SocketSlashCommandDataOption>? inside, int depth)
        {
            foreach (SocketSlashCommandDataOption option in inside ?? [])
            {
                if (option.Type is ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup)
                {
                    name = $"{name} {option.Name}";
                    if (depth > 0)
                        Read(option.Options, depth - 1);
                }
                else if (ValueOf(option.Value) is { } value)
                {
                    found[option.Name] = value;
                }
            }
        }
    }

    /// <summary>Discord.Net lists groups and sub-commands among the options here, outermost first.</summary>
    private static CommandPath OfTyping(SocketAutocompleteInteractionData data)
    {
        Dictionary<string, object> found = None;
        string name = data.CommandName;
        string? focused = null;
        foreach (AutocompleteOption option in data.Options)
        {
            if (option.Type is ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup)
            {
                name = $"{name} {option.Name}";
                continue;
            }

            if (option.Focused)
                focused = option.Name;
            if (ValueOf(option.Value) is { } value)
                found[option.Name] = value;
        }

        return new CommandPath(name, found, focused);
    }

    private static object? ValueOf(object? value) => value switch
    {
        null => null,
        string or bool or long or double => value,
        IAttachment file when Uri.TryCreate(file.Url, UriKind.Absolute, out Uri? url) => new CommandAttachment(file.Filename, file.Size, url),
        IEntity<ulong> entity => new Snowflake(entity.Id),
        ulong id => new Snowflake(id),
        int number => (long)number,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
