using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Interactions;

/// <summary>The registered application commands, global and by guild. Called under the world's gate.</summary>
internal sealed class CommandBook(WorldState world)
{
    private static readonly Dictionary<int, int> MaxByType = new() { [CommandForm.Chat] = 100, [CommandForm.User] = 15, [CommandForm.Message] = 15 };

    public IEnumerable<CommandState> List(Snowflake? guildId) => world.Commands.Values.Where(c => c.GuildId == guildId).OrderBy(c => c.Id);

    public CommandState Get(Snowflake? guildId, Snowflake id) =>
        world.Commands.GetValueOrDefault(id) is { } command && command.GuildId == guildId ? command : throw ApiErrors.UnknownCommand();

    /// <summary>Creates, or overwrites the one of the same name and type (then not new).</summary>
    public (CommandState Command, bool IsNew) Create(Snowflake? guildId, Form form)
    {
        CommandState command = Read(guildId, form);
        form.Errors.ThrowIfAny();
        bool isNew = !world.Commands.ContainsKey(command.Id);
        if (isNew && List(guildId).Count(c => c.Type == command.Type) >= MaxByType[command.Type])
            throw TooMany(command.Type);
        world.Commands[command.Id] = command;
        Changed();
        return (command, isNew);
    }

    /// <summary>Replaces the scope's whole set.</summary>
    public IReadOnlyList<CommandState> Replace(Snowflake? guildId, JsonArray bodies)
    {
        var errors = new FormErrors();
        var commands = new List<CommandState>();
        for (int i = 0; i < bodies.Count; i++)
        {
            if (bodies[i] is JsonObject body)
                commands.Add(Read(guildId, new Form(body, errors, i.ToString())));
            else
                errors.Add(i.ToString(), "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        }

        foreach (IGrouping<(int, string), CommandState> same in commands.GroupBy(c => (c.Type, c.Name)).Where(g => g.Count() > 1))
            errors.Add(commands.LastIndexOf(same.Last()).ToString(), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        errors.ThrowIfAny();
        if (commands.GroupBy(c => c.Type).FirstOrDefault(g => g.Count() > MaxByType[g.Key]) is { } many)
            throw TooMany(many.Key);
        foreach (CommandState old in List(guildId).ToArray())
            world.Commands.Remove(old.Id);
        foreach (CommandState command in commands)
            world.Commands[command.Id] = command;
        Changed();
        return commands;
    }

    public CommandState Edit(Snowflake? guildId, Snowflake id, JsonObject changes)
    {
        CommandState old = Get(guildId, id);
        var merged = (JsonObject)old.Definition.DeepClone();
        foreach ((string key, JsonNode? value) in changes)
        {
            if (key != "type")
                merged[key] = value?.DeepClone();
        }

        if (old.Type != CommandForm.Chat)
            merged.Remove("options");
        var form = new Form(merged, new FormErrors());
        var command = new CommandState { Id = id, GuildId = guildId, Definition = CommandForm.Read(form, world.BotId, id, world.Ids.Next(), guildId) };
        form.Errors.ThrowIfAny();
        world.Commands[id] = command;
        Changed();
        return command;
    }

    public void Delete(Snowflake? guildId, Snowflake id)
    {
        world.Commands.Remove(Get(guildId, id).Id);
        Changed();
    }

    /// <summary>What the member may use in the channel; a guild's command hides the global one of its name.</summary>
    public IReadOnlyList<CommandState> UsableBy(GuildState guild, ChannelState channel, Snowflake userId)
    {
        PermissionBits permissions = PermissionCalculator.InChannel(guild, channel, userId, world.Now);
        if (!permissions.HasFlag(PermissionBits.UseApplicationCommands))
            return [];
        return
        [
            .. List(guild.Id).Concat(List(null))
                .DistinctBy(c => (c.Type, c.Name))
                .Where(c => Allows(c, permissions))
                .OrderBy(c => c.Name, StringComparer.Ordinal),
        ];
    }

    public static bool Allows(CommandState command, PermissionBits permissions) =>
        (string?)command.Definition["default_member_permissions"] is not { } text
        || !ulong.TryParse(text, out ulong needed)
        || permissions == PermissionBits.All
        || (needed != 0 && permissions.HasFlag((PermissionBits)needed));

    private CommandState Read(Snowflake? guildId, Form form)
    {
        string? name = (form.Body["name"] as JsonValue)?.ToString();
        int type = form.Body["type"] is JsonValue value && value.TryGetValue(out int given) ? given : CommandForm.Chat;
        Snowflake id = List(guildId).FirstOrDefault(c => c.Name == name && c.Type == type)?.Id ?? world.Ids.Next();
        return new CommandState { Id = id, GuildId = guildId, Definition = CommandForm.Read(form, world.BotId, id, world.Ids.Next(), guildId) };
    }

    private void Changed() => world.Publish(new WorldEvent("COMMANDS", []) { ForGateway = false });

    private static ApiErrorException TooMany(int type) => new(400, 30032, $"Maximum number of application commands reached ({MaxByType[type]})");
}
