using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Parsing;

/// <summary>Discord's own sample payloads, read in place.</summary>
public sealed class ExamplesTests
{
    private static readonly string[] Events =
    [
        "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE", "CHANNEL_CREATE", "THREAD_CREATE", "GUILD_ROLE_CREATE",
        "GUILD_MEMBER_ADD", "GUILD_MEMBER_UPDATE", "INTERACTION_CREATE", "AUTO_MODERATION_RULE_CREATE", "SOMETHING_NEW",
    ];

    [ExamplesFact]
    public void No_sample_in_the_place_of_any_event_breaks_the_dispatcher()
    {
        using var stage = new DispatchStage(new EventLog());
        int count = 0;
        foreach ((_, JsonElement payload) in Samples())
        {
            count++;
            foreach (string name in Events)
                stage.Dispatch(name, payload.GetRawText());
        }

        Assert.True(count >= 100);
    }

    [ExamplesFact]
    public async Task Sample_messages_are_delivered_with_their_content()
    {
        var events = new EventLog();
        using var stage = new DispatchStage(events);
        foreach ((string heading, JsonElement payload) in Samples())
        {
            if (heading is not ("Example Message" or "Example Crossposted Message"))
                continue;
            stage.Dispatch("MESSAGE_CREATE", payload.GetRawText());
            ChatMessage message = (await events.NextAsync<MessageReceived>()).Message;
            Assert.Equal(payload.GetProperty("content").GetString(), message.Content);
            Assert.Equal(payload.GetProperty("author").GetProperty("username").GetString(), message.Author.Username);
        }
    }

    [ExamplesFact]
    public async Task Sample_interactions_are_delivered()
    {
        var events = new EventLog();
        using var stage = new DispatchStage(events);
        List<(string Command, InteractionKind Kind)> seen = [];
        foreach ((string heading, JsonElement payload) in Samples())
        {
            if (!heading.StartsWith("Example Interaction", StringComparison.Ordinal))
                continue;
            stage.Dispatch("INTERACTION_CREATE", payload.GetRawText());
            Interaction interaction = (await events.NextAsync<InteractionReceived>()).Interaction;
            Assert.NotEqual(default, interaction.UserPermissions);
            seen.Add((interaction.Command, interaction.Kind));
        }

        Assert.Equal(
            [("cardsearch", InteractionKind.Command), ("context-menu-user-2", InteractionKind.UserCommand), ("context-menu-message-2", InteractionKind.MessageCommand)],
            seen);
    }

    [ExamplesFact]
    public async Task Sample_channels_and_roles_become_part_of_their_guild()
    {
        var events = new EventLog();
        using var stage = new DispatchStage(events);
        stage.Dispatch("GUILD_CREATE", """{"id":"41771983423143937","name":"g"}""");
        int channels = 0;
        foreach ((string heading, JsonElement payload) in Samples())
        {
            if (heading is "Example Guild Text Channel" or "Example Guild Announcement Channel")
            {
                stage.Dispatch("CHANNEL_CREATE", payload.GetRawText());
                channels++;
            }
            else if (heading == "Example Role")
            {
                stage.Dispatch("GUILD_ROLE_CREATE", $$"""{"guild_id":"41771983423143937","role":{{payload.GetRawText()}}}""");
                Assert.True(stage.Guilds.Find(41771983423143937)!.TryFindRole(payload.GetProperty("id").GetString() is { } id ? ulong.Parse(id) : 0, out _));
            }
        }

        Assert.True(channels > 0);
        GuildAvailable told = await events.NextAsync<GuildAvailable>();
        Assert.Equal("g", told.Guild.Name);
        Assert.NotEmpty(stage.Guilds.Find(41771983423143937)!.Channels);
    }

    private static List<(string Heading, JsonElement Payload)> Samples()
    {
        JsonElement root = JsonDocument.Parse(File.ReadAllBytes(ExamplesFactAttribute.Path!)).RootElement;
        return [.. root.EnumerateArray().Select(sample => (sample.GetProperty("heading").GetString()!, sample.GetProperty("payload")))];
    }
}
