using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ModBot.Discord.Parsing;
using ModBot.Discord.Rest;
using ModBot.Discord.State;

namespace ModBot.Discord.Tests.Support;

/// <summary>The platform over a fake REST client, with the sample guild known.</summary>
internal sealed class FakePlatform
{
    public FakePlatform(Func<HttpRequestMessage, string, HttpResponseMessage> answer)
    {
        Rest = new FakeRest(answer, retries: 1);
        Account.SetUser(ScriptedDiscord.BotId);
        Account.SetApplication(ScriptedDiscord.ApplicationId);
        Guilds = new GuildDirectory(Account);
        var check = new PermissionCheck(Guilds, Account);
        var probe = new PermissionProbe(Rest.Time, NullLogger<PermissionProbe>.Instance);
        History = new HistoryReader(Rest.Client, Guilds, Account, new MemberDirectory(Rest.Client, Rest.Time), check, NullLogger<HistoryReader>.Instance);
        Port = new DiscordPlatform(
            new MessageCalls(Rest.Client, check, probe, Rest.Time),
            new MemberCalls(Rest.Client, Guilds, Account, check, probe, Rest.Time),
            new ChannelCalls(Rest.Client, Guilds, check, probe, Rest.Time),
            new WebhookCalls(Rest.Client, Guilds, Account, check, probe),
            History,
            new NameCalls(Rest.Client),
            new AttachmentDownload(new DiscordOptions { Token = "a.b.c" }, new HttpClientHandler(), Rest.Time),
            new CommandCalls(Rest.Client, Account, NullLogger<CommandCalls>.Instance));
    }

    public FakeRest Rest { get; }

    public BotAccount Account { get; } = new();

    public GuildDirectory Guilds { get; }

    public HistoryReader History { get; }

    public DiscordPlatform Port { get; }

    public List<string> Calls => [.. Rest.Sent.Select(sent => sent.Call)];

    /// <summary>Takes over a guild object.</summary>
    public void Know(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        Guilds.Put(new GuildParser(Account).Read(ref reader).Guild);
    }
}
