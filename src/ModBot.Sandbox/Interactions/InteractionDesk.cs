using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Interactions;

/// <summary>Starts interactions on behalf of people and keeps them until their tokens run out. Called under the world's gate.</summary>
internal sealed class InteractionDesk(WorldState world, CommandBook commands)
{
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan TokenLives = TimeSpan.FromMinutes(15);

    /// <summary>Interactions kept; the oldest goes first.</summary>
    private const int Capacity = 5_000;

    private readonly Dictionary<string, InteractionState> _byToken = [];
    private readonly Dictionary<Snowflake, InteractionState> _byId = [];
    private readonly Queue<InteractionState> _order = new();

    public InteractionState? ByToken(string token) => _byToken.GetValueOrDefault(token);

    public InteractionState? ById(Snowflake id) => _byId.GetValueOrDefault(id);

    /// <summary>Runs a slash command, or with a focused option asks for its suggestions.</summary>
    public InteractionState Command(Snowflake userId, ChannelState channel, string commandLine, IReadOnlyDictionary<string, JsonNode?> values, string? focused = null)
    {
        (GuildState guild, PermissionBits permissions) = Enter(userId, channel);
        string[] path = commandLine.TrimStart('/').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        CommandState command = Find(guild, channel, userId, CommandForm.Chat, path.Length == 0 ? "" : path[0], permissions);
        var binder = new OptionBinder(world, guild, channel.Id);
        JsonArray options = binder.Bind(command.Definition, path, values, focused);
        JsonObject data = CommandData(command, binder.Resolved);
        if (options.Count > 0)
            data["options"] = options;
        return Start(focused is null ? InteractionState.Command : InteractionState.Autocomplete, userId, channel, guild, permissions, data, commandType: CommandForm.Chat, commandName: string.Join(' ', path));
    }

    /// <summary>Runs a context-menu command on a user or a message.</summary>
    public InteractionState ContextMenu(Snowflake userId, ChannelState channel, int type, string name, Snowflake targetId)
    {
        (GuildState guild, PermissionBits permissions) = Enter(userId, channel);
        CommandState command = Find(guild, channel, userId, type, name, permissions);
        var resolved = new ResolvedObjects(world, guild);
        bool known = type == CommandForm.User
            ? resolved.AddUser(targetId)
            : resolved.AddMessage(channel.Find(targetId) ?? throw ApiErrors.UnknownMessage());
        if (!known)
            throw ApiErrors.UnknownUser();
        JsonObject data = CommandData(command, resolved);
        data["target_id"] = targetId.ToString();
        return Start(InteractionState.Command, userId, channel, guild, permissions, data, commandType: type, commandName: name);
    }

    /// <summary>Presses a button, or chooses in a select.</summary>
    public InteractionState Component(Snowflake userId, ChannelState channel, MessageState message, string customId, IReadOnlyList<string> values)
    {
        (GuildState guild, PermissionBits permissions) = Enter(userId, channel);
        if (message.EphemeralFor is { } only && only != userId)
            throw ApiErrors.UnknownMessage();
        JsonObject component = MessageView.Components(message.Components).FirstOrDefault(c => (string?)c["custom_id"] == customId)
            ?? throw ApiErrors.Form("custom_id", "COMPONENT_NOT_FOUND", "The message has no such component.");
        if ((bool?)component["disabled"] == true)
            throw ApiErrors.Form("custom_id", "COMPONENT_DISABLED", "The component is disabled.");
        var resolved = new ResolvedObjects(world, guild);
        int type = (int)component["type"]!;
        var data = new JsonObject { ["custom_id"] = customId, ["component_type"] = type, ["id"] = component["id"]?.DeepClone() };
        if (type != Messages.ComponentForm.Button)
        {
            SelectCheck.Values(component, type, values, resolved);
            data["values"] = new JsonArray([.. values.Select(v => (JsonNode)v)]);
            if (resolved.Json is { } json)
                data["resolved"] = json;
        }

        return Start(InteractionState.Component, userId, channel, guild, permissions, data, source: message);
    }

    /// <summary>Submits the form that an earlier interaction opened.</summary>
    public InteractionState Modal(Snowflake userId, Snowflake openedBy, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        InteractionState opener = ById(openedBy) is { Modal: not null } found && found.UserId == userId ? found : throw ApiErrors.UnknownInteraction();
        ChannelState channel = world.Channel(opener.ChannelId);
        (GuildState guild, PermissionBits permissions) = Enter(userId, channel);
        var resolved = new ResolvedObjects(world, guild);
        var data = new JsonObject
        {
            ["custom_id"] = opener.Modal!["custom_id"]!.DeepClone(),
            ["components"] = ModalAnswers.Of(opener.Modal, fields, resolved),
        };
        if (resolved.Json is { } json)
            data["resolved"] = json;
        MessageState? source = opener.SourceMessageId is { } id ? channel.Find(id) ?? world.Ephemeral.GetValueOrDefault(id) : null;
        return Start(InteractionState.ModalSubmit, userId, channel, guild, permissions, data, source: source, opener: opener);
    }

    public void Stop()
    {
        foreach (InteractionState interaction in _order)
            interaction.Deadline?.Dispose();
    }

    private (GuildState Guild, PermissionBits Permissions) Enter(Snowflake userId, ChannelState channel)
    {
        GuildState guild = world.GuildOf(channel) ?? throw ApiErrors.NotInDirectMessages();
        PermissionBits permissions = PermissionCalculator.InChannel(guild, channel, userId, world.Now);
        return permissions.HasFlag(PermissionBits.ViewChannel) ? (guild, permissions) : throw ApiErrors.MissingAccess();
    }

    private CommandState Find(GuildState guild, ChannelState channel, Snowflake userId, int type, string name, PermissionBits permissions)
    {
        if (commands.UsableBy(guild, channel, userId).FirstOrDefault(c => c.Type == type && c.Name == name) is { } command)
            return command;
        bool exists = commands.List(guild.Id).Concat(commands.List(null)).Any(c => c.Type == type && c.Name == name);
        throw exists || !permissions.HasFlag(PermissionBits.UseApplicationCommands) ? ApiErrors.MissingPermissions() : ApiErrors.UnknownCommand();
    }

    private static JsonObject CommandData(CommandState command, ResolvedObjects resolved)
    {
        var data = new JsonObject { ["id"] = command.Id.ToString(), ["name"] = command.Name, ["type"] = command.Type };
        if (command.GuildId is { } guildId)
            data["guild_id"] = guildId.ToString();
        if (resolved.Json is { } json)
            data["resolved"] = json;
        return data;
    }

    private InteractionState Start(
        int type,
        Snowflake userId,
        ChannelState channel,
        GuildState guild,
        PermissionBits permissions,
        JsonObject data,
        MessageState? source = null,
        InteractionState? opener = null,
        int commandType = 0,
        string commandName = "")
    {
        Snowflake id = world.Ids.Next();
        var interaction = new InteractionState
        {
            Id = id,
            Token = NewToken(id),
            Type = type,
            UserId = userId,
            ChannelId = channel.Id,
            GuildId = guild.Id,
            CreatedAt = world.Now,
            SourceMessageId = source?.Id,
            CommandType = commandType,
            CommandName = commandName,
            Metadata = Metadata(id, type, userId, guild, source, opener),
        };
        Keep(interaction);
        interaction.Deadline = world.Time.CreateTimer(_ => Expire(interaction), null, AnswerWithin, Timeout.InfiniteTimeSpan);
        JsonObject payload = InteractionJson.Of(world, interaction, guild, channel, permissions, data);
        if (source is not null)
            payload["message"] = MessageJson.Of(world, source);
        world.Publish(new WorldEvent("INTERACTION_CREATE", payload) { GuildId = guild.Id });
        return interaction;
    }

    private JsonObject Metadata(Snowflake id, int type, Snowflake userId, GuildState guild, MessageState? source, InteractionState? opener)
    {
        var json = new JsonObject
        {
            ["id"] = id.ToString(),
            ["type"] = type,
            ["user"] = UserJson.Of(world.User(userId)),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = guild.Id.ToString() },
        };
        if (type == InteractionState.Component)
            json["interacted_message_id"] = source!.Id.ToString();
        if (opener is not null)
            json["triggering_interaction_metadata"] = opener.Metadata.DeepClone();
        return json;
    }

    private void Keep(InteractionState interaction)
    {
        _byId.Add(interaction.Id, interaction);
        _byToken.Add(interaction.Token, interaction);
        _order.Enqueue(interaction);
        DateTimeOffset oldest = world.Now - TokenLives;
        while (_order.TryPeek(out InteractionState? first) && (_order.Count > Capacity || first.CreatedAt < oldest))
        {
            _order.Dequeue();
            _byId.Remove(first.Id);
            _byToken.Remove(first.Token);
            first.Deadline?.Dispose();
        }
    }

    private void Expire(InteractionState interaction)
    {
        lock (world.Gate)
        {
            if (interaction.ResponseType != 0)
                return;
            interaction.Expired = true;
            interaction.Answered.TrySetResult(SandboxReply.NoAnswer);
            interaction.Settled.TrySetResult(SandboxReply.NoAnswer);
        }
    }

    private static string NewToken(Snowflake id)
    {
        string prefix = Base64Url.EncodeToString(System.Text.Encoding.ASCII.GetBytes($"interaction:{id}:"));
        return prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(72));
    }
}
