using System.Text;
using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.DiscordNet.Gateway;

namespace ModBot.DiscordNet.Tests;

public sealed class FrameReaderTests
{
    [Fact]
    public void A_messages_membership_and_component_texts_are_noted_and_its_components_cut_out()
    {
        ReadOnlyMemory<byte> frame = Encoding.UTF8.GetBytes("""
            {"t":"MESSAGE_CREATE","s":7,"op":0,"d":{"id":"11","guild_id":"1","channel_id":"2","author":{"id":"3"},
            "member":{"roles":["5","6"],"nick":"Nick","joined_at":"2024-01-01T00:00:00+00:00"},"content":"components",
            "components":[{"type":99,"content":"Free nitro"},{"type":1,"components":[{"type":2,"label":"Claim"}]}],
            "referenced_message":{"id":"10","components":[{"type":17}]}}}
            """);
        MessageFacts facts = Assert.IsType<MessageFacts>(FrameReader.Read(ref frame).Message);
        Assert.Equal((11UL, 1UL, 2UL, false, true, true), (facts.Id, facts.GuildId, facts.ChannelId, facts.IsEdit, facts.HasAuthor, facts.HasMember));
        Assert.Equal([new Snowflake(5), new Snowflake(6)], facts.RoleIds);
        Assert.Equal("Nick", facts.Nickname);
        Assert.Contains("Free nitro", facts.ComponentTexts);
        Assert.Contains("Claim", facts.ComponentTexts);
        using JsonDocument cut = JsonDocument.Parse(frame);
        JsonElement data = cut.RootElement.GetProperty("d");
        Assert.Equal("components", data.GetProperty("content").GetString());
        Assert.Equal(0, data.GetProperty("components").GetArrayLength());
        Assert.Equal(0, data.GetProperty("referenced_message").GetProperty("components").GetArrayLength());
        Assert.Equal(7, cut.RootElement.GetProperty("s").GetInt32());
    }

    [Theory]
    [InlineData("""{"t":"MESSAGE_CREATE","s":1,"op":0,"d":{"content":"no id"}}""")]
    [InlineData("""{"t":"TYPING_START","s":1,"op":0,"d":{"id":"1"}}""")]
    [InlineData("""{"op":11}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":41250}}""")]
    public void Other_frames_are_left_as_they_are(string text)
    {
        ReadOnlyMemory<byte> frame = Encoding.UTF8.GetBytes(text);
        GatewayNote note = FrameReader.Read(ref frame);
        Assert.Equal(default, note);
        Assert.Equal(text, Encoding.UTF8.GetString(frame.Span));
    }

    [Fact]
    public void An_edit_without_an_author_is_known_as_such()
    {
        ReadOnlyMemory<byte> frame = Encoding.UTF8.GetBytes("""{"t":"MESSAGE_UPDATE","s":1,"op":0,"d":{"id":"11","guild_id":"1","channel_id":"2","embeds":[]}}""");
        MessageFacts facts = Assert.IsType<MessageFacts>(FrameReader.Read(ref frame).Message);
        Assert.Equal((true, false, false), (facts.IsEdit, facts.HasAuthor, facts.HasMember));
    }

    [Fact]
    public void A_session_tells_bot_application_and_guilds()
    {
        ReadOnlyMemory<byte> frame = Encoding.UTF8.GetBytes("""
            {"t":"READY","s":1,"op":0,"d":{"user":{"id":"9","username":"ModBot"},"application":{"id":"8","flags":565248},"guilds":[{"id":"1","unavailable":true},{"id":"2"}]}}
            """);
        ReadyFacts ready = Assert.IsType<ReadyFacts>(FrameReader.Read(ref frame).Ready);
        Assert.Equal((9UL, "ModBot", 8UL, 565248L), (ready.UserId, ready.UserName, ready.ApplicationId, ready.Flags));
        Assert.Equal([1UL, 2UL], ready.Guilds.Order());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"op":0,"t":"MESSAGE_CREATE","d":{"id":""")]
    [InlineData("[]")]
    public void What_is_no_frame_is_a_fault_of_its_own(string text)
    {
        Assert.ThrowsAny<JsonException>(() =>
        {
            ReadOnlyMemory<byte> frame = Encoding.UTF8.GetBytes(text);
            return FrameReader.Read(ref frame);
        });
    }

    [Fact]
    public void Facts_that_nobody_takes_are_forgotten()
    {
        var store = new FactStore(2);
        foreach (ulong id in new ulong[] { 1, 2, 3 })
            store.Put(new MessageFacts { Id = id });
        Assert.Null(store.Take(1));
        Assert.NotNull(store.Take(3));
        Assert.Null(store.Take(3));
    }
}
