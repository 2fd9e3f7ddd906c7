using ModBot.Core.Messages;

namespace ModBot.Core.Platform;

/// <summary>What kind of interaction it is.</summary>
public enum InteractionKind
{
    Command,
    UserCommand,
    MessageCommand,
    Autocomplete,
    Component,
    ModalSubmit,
}

/// <summary>A use of a command, component or form, in the platform's words but not its wire shape.</summary>
public sealed record Interaction
{
    public required Snowflake Id { get; init; }

    public required InteractionKind Kind { get; init; }

    /// <summary>0 in a direct message.</summary>
    public required Snowflake GuildId { get; init; }

    public required Snowflake ChannelId { get; init; }

    public required MessageAuthor User { get; init; }

    /// <summary>What the caller may do in this channel, as the platform computed it for this interaction.</summary>
    public required GuildPermissions UserPermissions { get; init; }

    /// <summary>What the bot may do in this channel.</summary>
    public GuildPermissions BotPermissions { get; init; }

    /// <summary>The caller's language, e.g. <c>en-US</c>.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>Commands: the name with groups and sub-commands, separated by single spaces, e.g. <c>terms add</c>.</summary>
    public string Command { get; init; } = "";

    /// <summary>Commands: options by name. Values are string, long, double, bool, <see cref="Snowflake"/> for users, roles and channels, or <see cref="CommandAttachment"/>.</summary>
    public IReadOnlyDictionary<string, object> Options { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>Autocomplete: the option being typed.</summary>
    public string? FocusedOption { get; init; }

    /// <summary>User and message commands: the target.</summary>
    public Snowflake? TargetId { get; init; }

    /// <summary>User commands: the target, with nickname and roles where they are a member. <see cref="MessageAuthor.IsModerator"/> is for this channel.</summary>
    public MessageAuthor? TargetUser { get; init; }

    /// <summary>Message commands: the target message, its author without roles.</summary>
    public ChatMessage? TargetMessage { get; init; }

    /// <summary>Components and forms: the id that was sent with it.</summary>
    public string CustomId { get; init; } = "";

    /// <summary>Selects: the chosen values.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Forms: the inputs by custom id.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Components: the message that carries the component.</summary>
    public MessageReference? Source { get; init; }
}
