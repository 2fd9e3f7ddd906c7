using ModBot.Core.Messages;
using ModBot.Sandbox.Rest;

namespace ModBot.Sandbox.World;

/// <summary>
/// Everything that the sandbox knows. Read and written only while <see cref="Gate"/> is held; what happens is published
/// under it too, so that every listener sees one order.
/// </summary>
internal sealed class WorldState
{
    /// <summary>Ephemeral messages kept; the oldest goes first.</summary>
    private const int MaxEphemeral = 1_000;

    private readonly List<Snowflake> _ephemeralOrder = [];
    private readonly List<Action<WorldEvent>> _listeners = [];

    public WorldState(TimeProvider time, WorldDocument document, string? botToken, int maxMessagesPerChannel)
    {
        Time = time;
        Ids = new SnowflakeSource(time);
        MaxMessagesPerChannel = maxMessagesPerChannel;
        BotToken = botToken ?? document.BotToken;
        BotId = document.BotId;
        Users = document.Users.ToDictionary(u => u.Id);
        Guilds = document.Guilds.ToDictionary(g => g.Id);
        DirectChannels = document.DirectChannels.ToDictionary(c => c.Id);
        Commands = document.Commands.ToDictionary(c => c.Id);
    }

    public Lock Gate { get; } = new();

    public TimeProvider Time { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public SnowflakeSource Ids { get; }

    public int MaxMessagesPerChannel { get; }

    public string BotToken { get; }

    /// <summary>The bot's user id, which is its application's id too.</summary>
    public Snowflake BotId { get; }

    /// <summary>Where the server listens; set once it does. Attachment and webhook addresses are built from it.</summary>
    public Uri Address { get; set; } = new("http://127.0.0.1/");

    /// <summary>Whether the application has the message content intent; without it REST empties contents as well.</summary>
    public bool MessageContentEnabled { get; set; } = true;

    public Dictionary<Snowflake, UserState> Users { get; }

    public Dictionary<Snowflake, GuildState> Guilds { get; }

    public Dictionary<Snowflake, ChannelState> DirectChannels { get; }

    public Dictionary<Snowflake, CommandState> Commands { get; }

    public Dictionary<Snowflake, MessageState> Ephemeral { get; } = [];

    public AttachmentStore Files { get; } = new();


    public UserState Bot => Users[BotId];

    /// <summary>Adds somebody who is told, under the gate, of everything that happens; must neither block nor throw.</summary>
    public void Listen(Action<WorldEvent> listener) => _listeners.Add(listener);

    public void Publish(WorldEvent happening)
    {
        foreach (Action<WorldEvent> listener in _listeners)
            listener(happening);
    }

    public UserState User(Snowflake id) => Users.GetValueOrDefault(id) ?? throw ApiErrors.UnknownUser();

    public GuildState Guild(Snowflake id) => Guilds.GetValueOrDefault(id) ?? throw ApiErrors.UnknownGuild();

    public ChannelState Channel(Snowflake id) => FindChannel(id) ?? throw ApiErrors.UnknownChannel();

    public ChannelState? FindChannel(Snowflake id)
    {
        if (DirectChannels.TryGetValue(id, out ChannelState? direct))
            return direct;
        foreach (GuildState guild in Guilds.Values)
        {
            if (guild.Channels.TryGetValue(id, out ChannelState? channel))
                return channel;
        }

        return null;
    }

    public GuildState? GuildOf(ChannelState channel) => channel.GuildId is { } id ? Guilds.GetValueOrDefault(id) : null;

    public void KeepEphemeral(MessageState message)
    {
        Ephemeral[message.Id] = message;
        _ephemeralOrder.Add(message.Id);
        if (_ephemeralOrder.Count > MaxEphemeral)
        {
            Ephemeral.Remove(_ephemeralOrder[0]);
            _ephemeralOrder.RemoveAt(0);
        }
    }

    public WorldDocument ToDocument() => new()
    {
        BotToken = BotToken,
        BotId = BotId,
        Users = [.. Users.Values],
        Guilds = [.. Guilds.Values],
        DirectChannels = [.. DirectChannels.Values],
        Commands = [.. Commands.Values],
    };
}
