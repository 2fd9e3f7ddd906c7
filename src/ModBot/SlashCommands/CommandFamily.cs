using System.Collections.Frozen;
using ModBot.Core.Platform;

namespace ModBot.SlashCommands;

/// <summary>A slash command made of sub-commands.</summary>
internal sealed class CommandFamily : ISlashCommand
{
    private readonly FrozenDictionary<string, ISubCommand> byPath;

    /// <param name="name">The command's name.</param>
    /// <param name="description">1..100 characters.</param>
    /// <param name="subCommands">At most 25 (Discord's limit), in the order in which they are offered.</param>
    public CommandFamily(string name, string description, IEnumerable<ISubCommand> subCommands)
    {
        ISubCommand[] all = [.. subCommands];
        Definition = new CommandDefinition
        {
            Name = name,
            Description = description,
            DefaultPermissions = all.Any(command => command.Required == GuildPermissions.ManageMessages) ? GuildPermissions.ManageMessages : all[0].Required,
            SubCommands = [.. all.Select(command => command.Definition)],
        };
        byPath = all.ToFrozenDictionary(command => $"{name} {command.Definition.Name}", StringComparer.Ordinal);
    }

    public CommandDefinition Definition { get; }

    public GuildPermissions Required(string path) => byPath.TryGetValue(path, out ISubCommand? command) ? command.Required : GuildPermissions.ManageGuild;

    public Task<Modal?> FormAsync(Interaction interaction, CancellationToken cancellationToken) => Find(interaction).FormAsync(interaction, cancellationToken);

    public Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken) => Find(interaction).RunAsync(interaction, cancellationToken);

    public bool TakesLong(string path) => byPath.TryGetValue(path, out ISubCommand? command) && command.TakesLong;

    public Task<OutgoingMessage> RunAsync(Interaction interaction, ICommandProgress progress, CancellationToken cancellationToken) => Find(interaction).RunAsync(interaction, progress, cancellationToken);

    public Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => Find(interaction).SuggestAsync(interaction, cancellationToken);

    private ISubCommand Find(Interaction interaction) => byPath.GetValueOrDefault(interaction.Command)
        ?? throw new CommandFault($"`/{interaction.Command}` is not a command of this version. There is: {string.Join(", ", Definition.SubCommands.Select(command => command.Name))}.");
}
