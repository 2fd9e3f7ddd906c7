using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using ModBot.Core.Ports;
using ModBot.Discord.Gateway;
using ModBot.Discord.Lanes;
using ModBot.Discord.Parsing;
using ModBot.Discord.Rest;
using ModBot.Discord.State;

namespace ModBot.Discord.Tests.Support;

/// <summary>Everything between a frame and the handler, without a socket.</summary>
internal sealed class DispatchStage : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly RestClient _rest;

    public DispatchStage(IPlatformEventHandler handler)
    {
        var options = new DiscordOptions { Token = "t", RestUrl = "http://127.0.0.1:1/api/v10", RequestRetries = 1 };
        Account.SetUser(ScriptedDiscord.BotId);
        Guilds = new GuildDirectory(Account);
        _rest = new RestClient(options, new FakeRest((_, _) => FakeRest.Reply(404)), TimeProvider.System, NullLogger<RestClient>.Instance);
        Lanes = new EventLanes(options, handler, Guilds, Account, new MemberDirectory(_rest, TimeProvider.System), new FakeHistory(), TimeProvider.System, NullLogger<EventLanes>.Instance, _stop.Token);
        Dispatcher = new ShardDispatcher(options, new ShardId(0, 1), Lanes, Guilds, Account, _rest, TimeProvider.System, NullLogger.Instance);
    }

    public BotAccount Account { get; } = new();

    public GuildDirectory Guilds { get; }

    public EventLanes Lanes { get; }

    public ShardDispatcher Dispatcher { get; }

    /// <summary>What the receive loop does with a dispatch.</summary>
    public void Dispatch(ReadOnlySpan<byte> json)
    {
        var frame = GatewayFrame.Read(json);
        if (frame.HasData)
            Dispatcher.Dispatch(ref frame);
    }

    public void Dispatch(string name, string data) => Dispatch(Encoding.UTF8.GetBytes($$"""{"t":"{{name}}","s":1,"op":0,"d":{{data}}}"""));

    public void Dispose()
    {
        _stop.Cancel();
        _rest.Dispose();
        _stop.Dispose();
    }
}
