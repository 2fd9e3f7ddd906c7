using System.Runtime.CompilerServices;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Tests.Moderation;

/// <summary>A platform that writes down what it is asked to do, and answers as told.</summary>
internal sealed class RecordingPlatform : IModerationPlatform
{
    private ulong lastId = 9_000;

    public List<string> Calls { get; } = [];

    public Dictionary<Snowflake, OutgoingMessage> Posts { get; } = [];

    /// <summary>Outcomes by the first word of a call; done where there is none.</summary>
    public Dictionary<string, ActionOutcome> Answers { get; } = new(StringComparer.Ordinal);

    public Task<ActionOutcome> DeleteMessageAsync(Snowflake guild, Snowflake channel, Snowflake message, string reason, CancellationToken cancellationToken) => Take($"delete {channel}/{message}");

    public Task<ActionOutcome> DeleteMessagesAsync(Snowflake guild, Snowflake channel, IReadOnlyList<Snowflake> messages, string reason, CancellationToken cancellationToken) =>
        Take($"bulk-delete {channel}/{string.Join(',', messages)}");

    public async Task<(ActionOutcome Outcome, Snowflake? MessageId)> PostAsync(Snowflake channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        ActionOutcome outcome = await Take($"post {channel}");
        if (!outcome.IsDone)
            return (outcome, null);
        var id = new Snowflake(++lastId);
        Posts[id] = message;
        return (outcome, id);
    }

    public Task<ActionOutcome> EditAsync(Snowflake channel, Snowflake message, OutgoingMessage replacement, CancellationToken cancellationToken)
    {
        Posts[message] = replacement;
        return Take($"edit {channel}/{message}");
    }

    public Task<ActionOutcome> SendDirectAsync(Snowflake user, OutgoingMessage message, CancellationToken cancellationToken) => Take($"direct {user}");

    public Task<ActionOutcome> TimeoutAsync(Snowflake guild, Snowflake user, DateTimeOffset? until, string reason, CancellationToken cancellationToken) => Take($"timeout {user}");

    public Task<ActionOutcome> KickAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken) => Take($"kick {user}");

    public Task<ActionOutcome> BanAsync(Snowflake guild, Snowflake user, TimeSpan deleteMessages, string reason, CancellationToken cancellationToken) => Take($"ban {user}");

    public Task<ActionOutcome> UnbanAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken) => Take($"unban {user}");

    public Task<ActionOutcome> AddRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken) => Take($"add-role {user}/{role}");

    public Task<ActionOutcome> RemoveRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken) => Take($"remove-role {user}/{role}");

    public async IAsyncEnumerable<ChatMessage> ReadHistoryAsync(Snowflake guild, Snowflake channel, Snowflake after, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }

    public Task<ActionOutcome> RegisterCommandsAsync(IReadOnlyList<CommandDefinition> commands, CancellationToken cancellationToken) => Take($"register {string.Join(',', commands.Select(command => command.Name))}");

    private Task<ActionOutcome> Take(string call)
    {
        Calls.Add(call);
        return Task.FromResult(Answers.GetValueOrDefault(call.Split(' ')[0], ActionOutcome.Done));
    }
}
