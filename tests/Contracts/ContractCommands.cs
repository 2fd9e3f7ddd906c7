using ModBot.Core.Platform;

namespace ModBot.Contracts;

/// <summary>Commands with everything that a definition can have.</summary>
internal static class ContractCommands
{
    public static readonly CommandDefinition Ping = new() { Name = "ping", Description = "Says pong" };

    public static readonly IReadOnlyList<CommandDefinition> All =
    [
        Ping,
        new()
        {
            Name = "terms",
            Description = "Blocked terms",
            DefaultPermissions = GuildPermissions.ManageMessages,
            SubCommands =
            [
                new SubCommand("add", "Add a term",
                [
                    new CommandOption { Kind = CommandOptionKind.String, Name = "term", Description = "The term", IsRequired = true, Autocompletes = true, Minimum = 1, Maximum = 100 },
                    new CommandOption { Kind = CommandOptionKind.Integer, Name = "points", Description = "Its weight", Minimum = 1, Maximum = 10 },
                    new CommandOption { Kind = CommandOptionKind.String, Name = "kind", Description = "Where it counts", Choices = [new CommandChoice("Anywhere", "any"), new CommandChoice("Whole words", "word")] },
                    new CommandOption { Kind = CommandOptionKind.Role, Name = "role", Description = "Who is exempt" },
                    new CommandOption { Kind = CommandOptionKind.Attachment, Name = "file", Description = "Many at once" },
                    new CommandOption { Kind = CommandOptionKind.Boolean, Name = "silent", Description = "Without a reply" },
                ]),
                new SubCommand("list all", "List every term", []),
                new SubCommand("list mine", "List your terms", []),
            ],
        },
        new() { Kind = CommandKind.User, Name = "Moderate", DefaultPermissions = GuildPermissions.ModerateMembers },
        new() { Kind = CommandKind.Message, Name = "Report message" },
    ];
}
