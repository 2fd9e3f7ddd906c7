using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Interactions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox;

/// <content>Slash commands, components, modals.</content>
public sealed partial class SandboxWorld
{
    private static readonly TimeSpan DeferralPatience = TimeSpan.FromSeconds(15);

    /// <summary>The slash commands that a user may use in a channel, by name.</summary>
    public IReadOnlyList<string> CommandsOf(Snowflake userId, Snowflake channelId) => Do(() =>
        _desks.Commands.UsableBy(_world.Guild(SandboxIds.Guild), _world.Channel(channelId), userId)
            .Where(c => c.Type == CommandForm.Chat)
            .Select(c => c.Name)
            .ToArray());

    /// <summary>Runs a slash command and waits for its answer; a deferred answer is waited for until it is filled in (15 s at most).</summary>
    /// <param name="userId">Who.</param>
    /// <param name="channelId">Where.</param>
    /// <param name="command">The command with its group and sub-command: <c>terms add</c>.</param>
    /// <param name="options">Values by option name: strings, whole numbers, booleans, ids, <see cref="SandboxFile"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="SandboxRefusedException">No such command, not for this user, or a value does not fit.</exception>
    public Task<SandboxReply> RunCommandAsync(
        Snowflake userId,
        Snowflake channelId,
        string command,
        IReadOnlyDictionary<string, object>? options = null,
        CancellationToken cancellationToken = default)
    {
        InteractionState interaction = Do(() => _desks.Interactions.Command(userId, _world.Channel(channelId), command, Values(options)));
        return SettleAsync(interaction, cancellationToken);
    }

    /// <summary>Asks for the suggestions of an option that is being typed.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="channelId">Where.</param>
    /// <param name="command">The command with its group and sub-command.</param>
    /// <param name="focused">The option being typed; its text so far is among the options.</param>
    /// <param name="options">What is filled in so far.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<SandboxReply> AutocompleteAsync(
        Snowflake userId,
        Snowflake channelId,
        string command,
        string focused,
        IReadOnlyDictionary<string, object>? options = null,
        CancellationToken cancellationToken = default)
    {
        InteractionState interaction = Do(() => _desks.Interactions.Command(userId, _world.Channel(channelId), command, Values(options), focused));
        return interaction.Answered.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Runs a user context-menu command ("Apps" on a user).</summary>
    public Task<SandboxReply> RunUserCommandAsync(Snowflake userId, Snowflake channelId, string name, Snowflake targetUserId, CancellationToken cancellationToken = default) =>
        SettleAsync(Do(() => _desks.Interactions.ContextMenu(userId, _world.Channel(channelId), CommandForm.User, name, targetUserId)), cancellationToken);

    /// <summary>Runs a message context-menu command ("Apps" on a message).</summary>
    public Task<SandboxReply> RunMessageCommandAsync(Snowflake userId, Snowflake channelId, string name, Snowflake targetMessageId, CancellationToken cancellationToken = default) =>
        SettleAsync(Do(() => _desks.Interactions.ContextMenu(userId, _world.Channel(channelId), CommandForm.Message, name, targetMessageId)), cancellationToken);

    /// <summary>Presses a button, or with values chooses in a select, and waits for the answer.</summary>
    /// <exception cref="SandboxRefusedException">No such message or component for this user, or it is disabled.</exception>
    public Task<SandboxReply> PressAsync(
        Snowflake userId,
        Snowflake channelId,
        Snowflake messageId,
        string customId,
        IReadOnlyList<string>? values = null,
        CancellationToken cancellationToken = default)
    {
        InteractionState interaction = Do(() =>
        {
            ChannelState channel = _world.Channel(channelId);
            MessageState message = channel.Find(messageId) ?? _world.Ephemeral.GetValueOrDefault(messageId) ?? throw ApiErrors.UnknownMessage();
            return _desks.Interactions.Component(userId, channel, message, customId, values ?? []);
        });
        return SettleAsync(interaction, cancellationToken);
    }

    /// <summary>Fills in and submits a form that the bot opened.</summary>
    /// <param name="userId">For whom it was opened.</param>
    /// <param name="modal">The form.</param>
    /// <param name="fields">Texts by custom id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<SandboxReply> SubmitModalAsync(Snowflake userId, SandboxModal modal, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken = default)
    {
        Dictionary<string, IReadOnlyList<string>> values = fields.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[f.Value]);
        return SettleAsync(Do(() => _desks.Interactions.Modal(userId, modal.InteractionId, values)), cancellationToken);
    }

    private static async Task<SandboxReply> SettleAsync(InteractionState interaction, CancellationToken cancellationToken)
    {
        SandboxReply first = await interaction.Answered.Task.WaitAsync(cancellationToken);
        if (first.Kind != SandboxReplyKind.Deferred)
            return first;
        try
        {
            return await interaction.Settled.Task.WaitAsync(DeferralPatience, cancellationToken);
        }
        catch (TimeoutException)
        {
            return first;
        }
    }

    private static Dictionary<string, JsonNode?> Values(IReadOnlyDictionary<string, object>? options) =>
        (options ?? new Dictionary<string, object>()).ToDictionary(o => o.Key, o => (JsonNode?)(o.Value switch
        {
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            int number => JsonValue.Create(number),
            long number => JsonValue.Create(number),
            double number => JsonValue.Create(number),
            SandboxFile file => new JsonObject { ["filename"] = file.FileName, ["content_type"] = file.ContentType, ["content"] = Convert.ToBase64String(file.Content.Span) },
            _ => JsonValue.Create(o.Value.ToString()),
        }));
}
