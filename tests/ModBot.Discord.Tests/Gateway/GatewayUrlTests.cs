using ModBot.Discord.Gateway;

namespace ModBot.Discord.Tests.Gateway;

public sealed class GatewayUrlTests
{
    private const string Asked = "v=10&encoding=json&compress=zlib-stream";

    [Theory]
    [InlineData("wss://gateway.discord.gg", "wss://gateway.discord.gg/?" + Asked)]
    [InlineData("wss://gateway.discord.gg/", "wss://gateway.discord.gg/?" + Asked)]
    [InlineData("ws://127.0.0.1:5123/gateway", "ws://127.0.0.1:5123/gateway?" + Asked)]
    [InlineData("ws://127.0.0.1:5123/a/b/?key=1", "ws://127.0.0.1:5123/a/b/?key=1&" + Asked)]
    [InlineData("wss://host:443/?v=9&encoding=etf&x=%20", "wss://host/?x=%20&" + Asked)]
    [InlineData("ws://[::1]:80/gw#part", "ws://[::1]/gw?" + Asked)]
    [InlineData("http://localhost:8080/gw", "ws://localhost:8080/gw?" + Asked)]
    [InlineData(" wss://host ", "wss://host/?" + Asked)]
    public void The_protocols_parameters_are_added_and_everything_else_is_kept(string given, string expected) =>
        Assert.Equal(expected, GatewayUrl.Build(given)!.AbsoluteUri);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("gateway.discord.gg")]
    [InlineData("ftp://host")]
    public void What_is_no_web_socket_address_is_refused(string? given) => Assert.Null(GatewayUrl.Build(given));

    [Theory]
    [InlineData("ws://127.0.0.1:1/", true)]
    [InlineData("ws://localhost/", true)]
    [InlineData("ws://[::1]/", true)]
    [InlineData("wss://gateway.discord.gg/", true)]
    [InlineData("ws://gateway.discord.gg/", false)]
    [InlineData("ws://10.0.0.1/", false)]
    public void The_token_goes_unencrypted_over_loopback_only(string address, bool isSafe) => Assert.Equal(isSafe, GatewayUrl.IsSafe(new Uri(address)));
}
