using System.Runtime.InteropServices;
using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Parsing;
using ModBot.Discord.State;

namespace ModBot.Discord.Interactions;

/// <summary>Reads interactions. They are rare and varied, so a document is built for each.</summary>
internal sealed class InteractionParser(GuildDirectory guilds, BotAccount account)
{
    private const int CommandType = 2;
    private const int ComponentType = 3;
    private const int AutocompleteType = 4;
    private const int ModalType = 5;

    /// <summary>Reads the interaction that the reader stands on; null for kinds that are not known or cannot be answered.</summary>
    /// <exception cref="JsonException">The payload is not JSON.</exception>
    public ParsedInteraction? Read(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement);
    }

    private ParsedInteraction? Read(JsonElement root)
    {
        JsonElement data = root.Get("data");
        ulong id = root.Get("id").Id();
        string? token = root.Get("token").Text();
        InteractionKind? kind = KindOf(root.Get("type").Integer(), data);
        if (kind is null || id == 0 || string.IsNullOrEmpty(token))
            return null;

        ulong guild = root.Get("guild_id").Id();
        if (guild == 0)
            guild = root.Get("guild").Get("id").Id();
        ulong channel = root.Get("channel_id").Id();
        if (channel == 0)
            channel = root.Get("channel").Get("id").Id();
        (MessageAuthor user, GuildPermissions permissions) = ReadCaller(root, guild, channel);
        var options = new CommandInput();
        if (kind is not (InteractionKind.Component or InteractionKind.ModalSubmit))
            options.Read(data);
        ulong target = data.Get("target_id").Id();

        var interaction = new Interaction
        {
            Id = new Snowflake(id),
            Kind = kind.Value,
            GuildId = new Snowflake(guild),
            ChannelId = new Snowflake(channel),
            User = user,
            UserPermissions = permissions,
            BotPermissions = BotPermissions(root.Get("app_permissions"), guild, channel),
            Locale = root.Get("locale").Text() ?? "en-US",
            Command = options.Command,
            Options = options.Options,
            FocusedOption = options.Focused,
            TargetId = target == 0 ? null : new Snowflake(target),
            TargetUser = kind == InteractionKind.UserCommand ? ReadTargetUser(data, target, guild, channel) : null,
            TargetMessage = kind == InteractionKind.MessageCommand ? ReadTarget(data, target, guild) : null,
            CustomId = data.Get("custom_id").Text() ?? "",
            Values = [.. data.Get("values").Items().Select(value => value.Text() ?? "")],
            Inputs = kind == InteractionKind.ModalSubmit ? ReadInputs(data.Get("components")) : new Dictionary<string, string>(StringComparer.Ordinal),
            Source = ReadSource(root.Get("message"), channel),
        };
        return new ParsedInteraction(interaction, root.Get("application_id").Id(), token, (CommandOptionKind)options.FocusedType);
    }

    private static InteractionKind? KindOf(int type, JsonElement data) => (type, data.Get("type").Integer()) switch
    {
        (CommandType, 2) => InteractionKind.UserCommand,
        (CommandType, 3) => InteractionKind.MessageCommand,
        (CommandType, _) => InteractionKind.Command,
        (ComponentType, _) => InteractionKind.Component,
        (AutocompleteType, _) => InteractionKind.Autocomplete,
        (ModalType, _) => InteractionKind.ModalSubmit,
        _ => null,
    };

    private (MessageAuthor User, GuildPermissions Permissions) ReadCaller(JsonElement root, ulong guild, ulong channel)
    {
        JsonElement member = root.Get("member");
        return ReadPerson(member.ValueKind == JsonValueKind.Object ? default : root.Get("user"), member, guild, channel);
    }

    private MessageAuthor? ReadTargetUser(JsonElement data, ulong target, ulong guild, ulong channel)
    {
        JsonElement resolved = data.Get("resolved");
        string key = new Snowflake(target).ToString();
        JsonElement user = resolved.Get("users").Get(key);
        return user.ValueKind == JsonValueKind.Object ? ReadPerson(user, resolved.Get("members").Get(key), guild, channel).User : null;
    }

    /// <summary>Reads a user, a membership, or both; the user may stand inside the membership.</summary>
    private (MessageAuthor User, GuildPermissions Permissions) ReadPerson(JsonElement user, JsonElement member, ulong guild, ulong channel)
    {
        var fields = default(AuthorFields);
        if (user.ValueKind == JsonValueKind.Object)
        {
            var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(user));
            reader.Read();
            fields.ReadUser(ref reader);
        }

        if (member.ValueKind == JsonValueKind.Object)
        {
            var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(member));
            reader.Read();
            fields.ReadMember(ref reader, []);
        }

        GuildState? state = guild == 0 ? null : guilds.Find(guild);
        GuildPermissions permissions = fields.Permissions is { } told
            ? (GuildPermissions)told
            : state is null ? GuildPermissions.None : PermissionMath.InChannel(state, state.FindChannel(channel), fields.Id, fields.Roles);
        bool isModerator = (permissions & (GuildPermissions.ManageMessages | GuildPermissions.Administrator)) != GuildPermissions.None
            || (state is not null && state.OwnerId == fields.Id && fields.Id != 0);
        return (fields.Build(isModerator), permissions);
    }

    private GuildPermissions BotPermissions(JsonElement told, ulong guild, ulong channel) =>
        told.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? (GuildPermissions)told.Id()
            : guilds.BotPermissions(guild, channel) ?? GuildPermissions.None;

    private ChatMessage? ReadTarget(JsonElement data, ulong target, ulong guild)
    {
        JsonElement message = data.Get("resolved").Get("messages").Get(new Snowflake(target).ToString());
        if (message.ValueKind != JsonValueKind.Object)
            return null;
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(message));
        reader.Read();
        return new MessageParser(guilds, account).Read(ref reader, isEdit: false, guild).Message;
    }

    private static MessageReference? ReadSource(JsonElement message, ulong channel)
    {
        ulong id = message.Get("id").Id();
        ulong where = message.Get("channel_id").Id();
        return id == 0 ? null : new MessageReference(new Snowflake(where == 0 ? channel : where), new Snowflake(id));
    }

    /// <summary>Inputs stand in labels, or in rows as they used to.</summary>
    private static Dictionary<string, string> ReadInputs(JsonElement components)
    {
        Dictionary<string, string> inputs = new(StringComparer.Ordinal);
        foreach (JsonElement component in components.Items())
        {
            AddInput(inputs, component.Get("component"));
            foreach (JsonElement inner in component.Get("components").Items())
                AddInput(inputs, inner);
        }

        return inputs;
    }

    private static void AddInput(Dictionary<string, string> inputs, JsonElement input)
    {
        if (input.Get("custom_id").Text() is not { } id)
            return;
        inputs[id] = input.Get("values").ValueKind == JsonValueKind.Array
            ? string.Join(',', input.Get("values").Items().Select(value => value.Text()))
            : input.Get("value").Text() ?? "";
    }
}
