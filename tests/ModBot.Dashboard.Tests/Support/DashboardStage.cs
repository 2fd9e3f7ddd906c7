using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Sandbox;
using ModBot.Storage;

namespace ModBot.Dashboard.Tests.Support;

/// <summary>The page on a store of its own, with the sandbox to sign in at; what the platform says of people is set by the test.</summary>
internal sealed class DashboardStage : IAsyncDisposable
{
    public static readonly Snowflake Guild = SandboxIds.Guild;

    /// <summary>A guild that the bot is in, and whose moderators have no business in <see cref="Guild"/>.</summary>
    public static readonly Snowflake OtherGuild = new(1_191_168_914_227_299_999);

    private readonly string folder;
    private readonly ServiceProvider ports;

    private DashboardStage(string folder, SandboxServer sandbox, ServiceProvider ports, DashboardServer page)
    {
        this.folder = folder;
        this.ports = ports;
        Sandbox = sandbox;
        Page = page;
    }

    public SandboxServer Sandbox { get; }

    public DashboardServer Page { get; }

    public FakeMembers Members => (FakeMembers)ports.GetRequiredService<IMemberAccess>();

    public FakeReviewer Reviewer => (FakeReviewer)ports.GetRequiredService<ICaseReviewer>();

    public FakeFeed Feed => (FakeFeed)ports.GetRequiredService<ICaseFeed>();

    public IModerationLog Log => ports.GetRequiredService<IModerationLog>();

    public ICaseNotes Notes => ports.GetRequiredService<ICaseNotes>();

    public IAuditTrail Audit => ports.GetRequiredService<IAuditTrail>();

    public static async Task<DashboardStage> StartAsync(Func<DashboardOptions, DashboardOptions>? change = null)
    {
        string folder = Directory.CreateTempSubdirectory("modbot-page-").FullName;
        SandboxServer sandbox = await SandboxServer.StartAsync(new SandboxOptions { Url = new Uri("http://127.0.0.1:0") });
        ServiceProvider ports = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IEvidenceProtector, PlainProtector>()
            .AddSingleton<ISearchKeys, FixedKeys>()
            .AddSingleton<IMemberAccess, FakeMembers>()
            .AddSingleton<IGuildDirectory, FakeGuilds>()
            .AddSingleton<ICaseReviewer, FakeReviewer>()
            .AddSingleton<ICaseFeed, FakeFeed>()
            .AddModBotStorage(new StorageOptions { DatabasePath = Path.Combine(folder, "modbot.db") })
            .BuildServiceProvider();
        var options = new DashboardOptions
        {
            Url = new Uri("http://127.0.0.1:0"),
            ClientId = sandbox.ClientId,
            ClientSecret = sandbox.ClientSecret,
            AuthorizeUrl = sandbox.AuthorizeUrl,
            RestUrl = sandbox.RestUrl,
            KeyFolder = Path.Combine(folder, "keys"),
        };
        DashboardServer page = await DashboardServer.StartAsync(change?.Invoke(options) ?? options, ports, CancellationToken.None);
        var stage = new DashboardStage(folder, sandbox, ports, page);
        stage.Members.Set(Guild, SandboxIds.Admin, GuildPermissions.Administrator);
        stage.Members.Set(Guild, SandboxIds.Mia, GuildPermissions.ManageMessages | GuildPermissions.ModerateMembers);
        return stage;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public Visitor Open() => new(this);

    /// <summary>A browser in which that person of the sandbox has signed in.</summary>
    public async Task<Visitor> SignInAsync(Snowflake user)
    {
        Visitor visitor = Open();
        await visitor.SignInAsync(user);
        return visitor;
    }

    /// <summary>Stores a case and gives it back.</summary>
    public async Task<ModerationCase> RecordAsync(Judgement judgement) => (await Log.RecordAsync(judgement, default)).Case!;

    public async ValueTask DisposeAsync()
    {
        await Page.DisposeAsync();
        await ports.DisposeAsync();
        await Sandbox.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class FixedKeys : ISearchKeys
    {
        public byte[] KeyOf(Snowflake guild) => SHA256.HashData(BitConverter.GetBytes(guild.Value));
    }

    private sealed class PlainProtector : IEvidenceProtector
    {
        public byte[] Protect(byte[] plain) => plain;

        public byte[] Unprotect(byte[] protectedBytes) => protectedBytes;
    }

    private sealed class FakeGuilds : IGuildDirectory
    {
        private static readonly GuildSummary[] Known =
        [
            new GuildSummary { Id = Guild, Name = "Here <b>&amp;", Channels = [new ChannelSummary(SandboxIds.General, "general", null, GuildPermissions.None)] },
            new GuildSummary { Id = OtherGuild, Name = "Elsewhere" },
        ];

        public IReadOnlyList<GuildSummary> All => Known;

        public GuildSummary? Find(Snowflake guild) => Known.FirstOrDefault(known => known.Id == guild);
    }
}
