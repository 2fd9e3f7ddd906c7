using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests;

public sealed class EndToEndTests
{
    [Fact]
    public async Task A_message_comes_in_and_is_deleted_and_reported()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        JsonElement identify = await peer.BeginAsync(guilds: """[{"id":"1000","unavailable":true}]""");
        Assert.Equal(ScriptedDiscord.Token, identify.GetProperty("d").GetProperty("token").GetString());
        Assert.Equal("/gateway?v=10&encoding=json&compress=zlib-stream", peer.Target);
        SessionReady ready = await client.Events.NextAsync<SessionReady>();
        Assert.Equal(ScriptedDiscord.BotId, ready.BotUserId.Value);

        await peer.DispatchAsync("GUILD_CREATE", Samples.Guild);
        GuildAvailable guild = await client.Events.NextAsync<GuildAvailable>();
        Assert.False(guild.Guild.JustJoined);
        Assert.Equal("Testers", guild.Guild.Name);

        await peer.DispatchAsync("MESSAGE_CREATE", Samples.Message);
        ChatMessage message = (await client.Events.NextAsync<MessageReceived>()).Message;
        Assert.Equal("buy now https://example.org", message.Content);
        Assert.Equal("the topic", message.Context.Topic);

        ActionOutcome deleted = await client.Platform.DeleteMessageAsync(message.GuildId, message.ChannelId, message.Id, "spam: 0.99 ü", CancellationToken.None);
        Assert.Equal(ActionOutcome.Done, deleted);
        RecordedRequest delete = server.Requests.Last();
        Assert.Equal("DELETE", delete.Method);
        Assert.Equal("channels/1002/messages/1100000000000000000", delete.Path);
        Assert.Equal("spam%3A%200.99%20%C3%BC", delete.Headers["X-Audit-Log-Reason"]);
        Assert.Equal("Bot " + ScriptedDiscord.Token, delete.Headers["Authorization"]);

        (ActionOutcome posted, Snowflake? id) = await client.Platform.PostAsync(new Snowflake(1002), new OutgoingMessage { Content = "removed @everyone" }, CancellationToken.None);
        Assert.True(posted.IsDone);
        Assert.Equal(123456789012345678UL, id!.Value.Value);
        using JsonDocument body = JsonDocument.Parse(server.Requests.Last().Body);
        Assert.Equal(0, body.RootElement.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength());
        Assert.True(body.RootElement.GetProperty("enforce_nonce").GetBoolean());

        await client.StopAsync();
        Assert.DoesNotContain(client.Lines.All, line => line.Text.Contains(ScriptedDiscord.Token, StringComparison.Ordinal));
        Assert.DoesNotContain(client.Lines.All, line => line.Text.Contains("buy now", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slash_command_is_answered_once()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync();
        await peer.DispatchAsync("INTERACTION_CREATE", Samples.SlashCommand);
        InteractionReceived received = await client.Events.NextAsync<InteractionReceived>();
        Assert.Equal("terms list add", received.Interaction.Command);
        Assert.Equal("free nitro", received.Interaction.Options["term"]);
        Assert.Equal(3L, received.Interaction.Options["points"]);
        Assert.Equal(new Snowflake(77), received.Interaction.Options["role"]);

        Assert.True((await received.Responder.DeferAsync(ephemeral: true, update: false, CancellationToken.None)).IsDone);
        Assert.True((await received.Responder.RespondAsync(new OutgoingMessage { Content = "added", Ephemeral = true }, CancellationToken.None)).IsDone);
        Assert.True((await received.Responder.FollowUpAsync(new OutgoingMessage { Content = "and more" }, CancellationToken.None)).IsDone);

        List<RecordedRequest> sent = [.. server.Requests.Where(request => request.Path.Contains("SECRET", StringComparison.Ordinal))];
        Assert.Equal(["POST", "PATCH", "POST"], sent.Select(request => request.Method));
        Assert.Equal("""{"type":5,"data":{"flags":64}}""", sent[0].Body);
        Assert.Equal($"webhooks/{ScriptedDiscord.ApplicationId}/SECRET/messages/@original", sent[1].Path);
        Assert.All(sent, request => Assert.False(request.Headers.ContainsKey("Authorization")));
        Assert.DoesNotContain(client.Lines.All, line => line.Text.Contains("SECRET", StringComparison.Ordinal));
    }
}
