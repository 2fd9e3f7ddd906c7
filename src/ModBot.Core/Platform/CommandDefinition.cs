using System.Collections.Immutable;

namespace ModBot.Core.Platform;

/// <summary>How a command is invoked; values are Discord's.</summary>
public enum CommandKind
{
    Chat = 1,
    User = 2,
    Message = 3,
}

/// <summary>A command as it is registered with the platform.</summary>
public sealed record CommandDefinition
{
    public CommandKind Kind { get; init; } = CommandKind.Chat;

    /// <summary>1..32; lower case for chat commands.</summary>
    public required string Name { get; init; }

    /// <summary>1..100 characters; empty for user and message commands.</summary>
    public string Description { get; init; } = "";

    /// <summary>Who sees it by default. The handler checks again: an administrator may have widened it.</summary>
    public GuildPermissions DefaultPermissions { get; init; }

    /// <summary>Sub-commands, or else options.</summary>
    public ImmutableArray<SubCommand> SubCommands { get; init; } = [];

    public ImmutableArray<CommandOption> Options { get; init; } = [];
}

/// <summary>A sub-command of a chat command; a name with one space is a sub-command in a group.</summary>
public sealed record SubCommand(string Name, string Description, ImmutableArray<CommandOption> Options);

/// <summary>The type of an option; values are Discord's.</summary>
public enum CommandOptionKind
{
    String = 3,
    Integer = 4,
    Boolean = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Number = 10,
    Attachment = 11,
}

/// <summary>An option of a command. Required ones come first.</summary>
public sealed record CommandOption
{
    public required CommandOptionKind Kind { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Strings: suggestions are asked for while typing.</summary>
    public bool Autocompletes { get; init; }

    /// <summary>At most 25; none together with autocomplete.</summary>
    public ImmutableArray<CommandChoice> Choices { get; init; } = [];

    /// <summary>Numbers: the bounds. Strings: the bounds of the length (0..6,000).</summary>
    public double? Minimum { get; init; }

    public double? Maximum { get; init; }
}

/// <summary>A choice: name as shown and value as sent, 1..100 characters each.</summary>
public sealed record CommandChoice(string Name, string Value);
