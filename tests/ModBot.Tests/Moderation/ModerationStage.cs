using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Configuration;
using ModBot.Configuration;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Discord;
using ModBot.Hosting;
using ModBot.Moderation;
using ModBot.SlashCommands;

namespace ModBot.Tests.Moderation;

/// <summary>The host's own wiring over a recording platform, a silent model and a store in a temporary folder.</summary>
internal sealed class ModerationStage : IDisposable
{
    public static readonly Snowflake Guild = new(1UL << 22);
    public static readonly Snowflake Channel = new(2UL << 22);
    public static readonly Snowflake Review = new(3UL << 22);
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly string folder;
    private readonly bool owned;
    private readonly IHost host;
    private uint posted;

    private ModerationStage(string folder, bool owned, RuleMode mode, Action<IServiceCollection>? change = null)
    {
        this.folder = folder;
        this.owned = owned;
        var paths = new ModBotPaths(Path.Combine(RepositoryRoot.Path, "seeds"), folder);
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Defaults:ReviewChannel", Review.ToString()), new("Logging:LogLevel:Default", "None")]).Build();
        host = ModBotHost.Build(configuration, paths, new DiscordOptions { Token = "none.of.these" }, mode, new SilentModel(), services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IModerationPlatform>(Platform)).Replace(ServiceDescriptor.Singleton<IAutoModeration>(AutoMod)).Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            change?.Invoke(services);
        });
        Get<GuildDirectory>().Set(new GuildSummary { Id = Guild, Name = "guild", Channels = [new ChannelSummary(Review, "review", null, GuildPermissions.Administrator)] });
    }

    public RecordingPlatform Platform { get; } = new();

    public RecordingAutoMod AutoMod { get; } = new();

    public ShiftedTime Time { get; } = new();

    public IModerationLog Log => Get<IModerationLog>();

    /// <param name="mode">The mode of guilds that have not chosen one.</param>
    /// <param name="change">Changes the services before the host is built.</param>
    public static ModerationStage Open(RuleMode mode = RuleMode.Enforce, Action<IServiceCollection>? change = null) =>
        new(Directory.CreateTempSubdirectory("modbot-stage-").FullName, owned: true, mode, change);

    /// <summary>The same store, as after a crash.</summary>
    public ModerationStage Reopen() => new(folder, owned: false, RuleMode.Enforce) { posted = posted };

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public async Task<ChatMessage> PostAsync(string text, ulong author = 77, Func<ChatMessage, ChatMessage>? change = null)
    {
        posted++;
        var message = new ChatMessage
        {
            Id = Snowflake.At(Start.AddMinutes(posted), posted),
            GuildId = Guild,
            ChannelId = Channel,
            Author = new MessageAuthor { Id = new Snowflake(author), Username = $"user{author}", JoinedAt = Start.AddDays(-1) },
            Content = text,
        };
        message = change?.Invoke(message) ?? message;
        await HandleAsync(message);
        return message;
    }

    public async Task HandleAsync(ChatMessage message)
    {
        await Get<IPlatformEventHandler>().HandleAsync(new MessageReceived(message), CancellationToken.None);
        await Get<ActionQueue>().DrainAsync(CancellationToken.None);
    }

    /// <summary>Stores the verdict and does nothing about it, as a process that ends just then.</summary>
    public ValueTask JudgeAsync(ChatMessage message) => Get<IPlatformEventHandler>().HandleAsync(new MessageReceived(message), CancellationToken.None);

    /// <summary>Picks up what is due.</summary>
    public async Task SweepAsync()
    {
        Get<ModerationFeed>().GuildArrived(Guild);
        await Get<PendingActions>().SweepAsync(CancellationToken.None);
        await Get<ActionQueue>().DrainAsync(CancellationToken.None);
    }

    /// <summary>Ends the process and leaves the store.</summary>
    public void End() => host.Dispose();

    public async Task<RecordingResponder> InteractAsync(Interaction interaction)
    {
        var responder = new RecordingResponder();
        await Get<InteractionRouter>().HandleAsync(interaction, responder, CancellationToken.None);
        await Get<LongCommands>().WhenIdleAsync();
        return responder;
    }

    public Task<RecordingResponder> CommandAsync(string command, GuildPermissions permissions, params (string Name, object Value)[] options) =>
        InteractAsync(Interaction(InteractionKind.Command, permissions) with { Command = command, Options = options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal) });

    public Task<RecordingResponder> PressAsync(string customId, GuildPermissions permissions, ulong user = 500) =>
        InteractAsync(Interaction(InteractionKind.Component, permissions) with { CustomId = customId, User = new MessageAuthor { Id = new Snowflake(user), Username = $"mod{user}" } });

    public static Interaction Interaction(InteractionKind kind, GuildPermissions permissions) => new()
    {
        Id = new Snowflake(1),
        Kind = kind,
        GuildId = Guild,
        ChannelId = Channel,
        User = new MessageAuthor { Id = new Snowflake(500), Username = "mod500" },
        UserPermissions = permissions,
    };

    public void Dispose()
    {
        host.Dispose();
        if (owned)
            Directory.Delete(folder, recursive: true);
    }
}
