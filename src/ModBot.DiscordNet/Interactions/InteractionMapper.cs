using Discord;
using Discord.WebSocket;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;
using ModBot.Discord.State;
using ModBot.DiscordNet.Mapping;
using ModBot.DiscordNet.Rest;
using Permissions = ModBot.Core.Platform.GuildPermissions;
using Reference = ModBot.Core.Messages.MessageReference;

namespace ModBot.DiscordNet.Interactions;

/// <summary>Turns Discord.Net's interactions into Core's.</summary>
internal sealed class InteractionMapper(GuildDirectory guilds, MessageMapper messages)
{
    /// <summary>Null for kinds that are not known.</summary>
    public Interaction? Map(SocketInteraction interaction)
    {
        if (KindOf(interaction) is not { } kind)
            return null;
        ulong guild = interaction.GuildId ?? 0;
        ulong channel = interaction.ChannelId ?? interaction.Channel?.Id ?? interaction.InteractionChannel?.Id ?? 0;
        GuildState? state = guild == 0 ? null : guilds.Find(guild);
        Membership? membership = interaction.User is SocketGuildUser member ? MembershipReader.Of(member) : null;
        // Discord.Net drops the permissions that Discord computed for the caller.
        Permissions permissions = state is null ? Permissions.None : PermissionMath.InChannel(state, state.FindChannel(channel), interaction.User.Id, membership?.Roles ?? []);
        var command = CommandPath.Of(interaction);
        return new Interaction
        {
            Id = new Snowflake(interaction.Id),
            Kind = kind,
            GuildId = new Snowflake(guild),
            ChannelId = new Snowflake(channel),
            User = AuthorMapper.Map(interaction.User, membership, (permissions & Permissions.ManageMessages) != Permissions.None),
            UserPermissions = permissions,
            BotPermissions = (Permissions)interaction.Permissions.RawValue,
            Locale = interaction.UserLocale ?? "en-US",
            Command = command.Name,
            Options = command.Options,
            FocusedOption = command.Focused,
            TargetId = TargetOf(interaction),
            TargetUser = interaction is SocketUserCommand { Data.Member: { } aimedAt } ? MapTarget(aimedAt, state, channel) : null,
            TargetMessage = interaction is SocketMessageCommand { Data.Message: { } target } ? messages.Map(target, new Snowflake(guild), facts: null, membership: null, isEdit: false) : null,
            CustomId = (interaction as SocketMessageComponent)?.Data.CustomId ?? (interaction as SocketModal)?.Data.CustomId ?? "",
            Values = interaction is SocketMessageComponent { Data: { } chosen } ? ValuesOf(chosen) : [],
            Inputs = InputsOf(interaction),
            Source = SourceOf(interaction, channel),
        };
    }

    private static InteractionKind? KindOf(SocketInteraction interaction) => interaction switch
    {
        SocketUserCommand => InteractionKind.UserCommand,
        SocketMessageCommand => InteractionKind.MessageCommand,
        SocketSlashCommand => InteractionKind.Command,
        SocketAutocompleteInteraction => InteractionKind.Autocomplete,
        SocketMessageComponent => InteractionKind.Component,
        SocketModal => InteractionKind.ModalSubmit,
        _ => null,
    };

    private static MessageAuthor MapTarget(SocketUser user, GuildState? guild, ulong channel)
    {
        Membership? membership = user is SocketGuildUser member ? MembershipReader.Of(member) : null;
        return AuthorMapper.Map(user, membership, AuthorMapper.IsModerator(guild, guild?.FindChannel(channel), user.Id, membership));
    }

    private static Snowflake? TargetOf(SocketInteraction interaction) => interaction switch
    {
        SocketUserCommand user => new Snowflake(user.Data.Member.Id),
        SocketMessageCommand message => new Snowflake(message.Data.Message.Id),
        _ => null,
    };

    /// <summary>Texts of a select; ids of a select of users, roles or channels.</summary>
    private static IReadOnlyList<string> ValuesOf(SocketMessageComponentData data) => data switch
    {
        { Values: { Count: > 0 } texts } => [.. texts],
        { Users: { Count: > 0 } users } => [.. users.Select(user => new Snowflake(user.Id).ToString())],
        { Roles: { Count: > 0 } roles } => [.. roles.Select(role => new Snowflake(role.Id).ToString())],
        { Channels: { Count: > 0 } channels } => [.. channels.Select(channel => new Snowflake(channel.Id).ToString())],
        _ => [],
    };

    private static Dictionary<string, string> InputsOf(SocketInteraction interaction)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (SocketMessageComponentData input in (interaction as SocketModal)?.Data.Components ?? [])
        {
            if (input.CustomId is { } id)
                inputs[id] = input.Value ?? "";
        }

        return inputs;
    }

    private static Reference? SourceOf(SocketInteraction interaction, ulong channel)
    {
        ulong message = (interaction as SocketMessageComponent)?.Message?.Id ?? (interaction as SocketModal)?.Message?.Id ?? 0;
        return message == 0 ? null : new Reference(new Snowflake(channel), new Snowflake(message));
    }
}
