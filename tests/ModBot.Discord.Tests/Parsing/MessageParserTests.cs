using System.Globalization;
using System.Text;
using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Discord.Parsing;
using ModBot.Discord.State;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Parsing;

public sealed class MessageParserTests
{
    private readonly BotAccount _account = new();
    private readonly GuildDirectory _guilds;

    public MessageParserTests()
    {
        _account.SetUser(ScriptedDiscord.BotId);
        _guilds = new GuildDirectory(_account);
    }

    [Fact]
    public void All_surfaces_are_read()
    {
        KnowGuild();
        ChatMessage message = Read("""
            {"id":"9","channel_id":"1004","guild_id":"1000","type":19,"content":"hi","edited_timestamp":"2024-05-06T07:08:09.123456+00:00",
             "author":{"id":"3000","username":"u","global_name":"G","avatar":"abc","bot":true},
             "member":{"roles":["1003","1003","7"],"nick":"N","joined_at":"2023-01-02T03:04:05+02:00"},
             "mention_everyone":true,"mentions":[{"id":"1","member":{"roles":[]}},{"id":2}],"mention_roles":["5",6],
             "attachments":[{"id":"1","filename":"a.exe","title":"T","description":"D","content_type":"application/x","size":12,"url":"https://cdn"}],
             "embeds":[{"type":"rich","fields":[{"name":"fn","value":"fv","inline":true}],"title":"t","footer":{"text":"ft","icon_url":"x"},"description":"d",
                        "author":{"name":"an","url":"https://author"},"url":"https://u","image":{"url":"https://image"}},
                       {"type":"video","url":"https://v","thumbnail":{"url":"https://thumb"},"provider":{"name":"p"}}],
             "message_snapshots":[{"message":{"content":"fwd","embeds":[{"title":"ft"}],"attachments":[{"filename":"f.png"}],"type":0}}],
             "sticker_items":[{"id":"1","name":"st","format_type":1}],
             "poll":{"question":{"text":"Q"},"answers":[{"answer_id":1,"poll_media":{"text":"A1"}},{"answer_id":2,"poll_media":{"text":"A2","emoji":{"name":"x"}}}],"results":{}},
             "thread":{"id":"1","name":"tn","type":11},
             "components":[{"type":1,"components":[{"type":2,"label":"bl","style":5,"url":"https://b"},{"type":3,"placeholder":"sp","options":[{"label":"ol","value":"v","description":"od"}]}]},
                           {"type":17,"components":[{"type":9,"components":[{"type":10,"content":"td"}],"accessory":{"type":2,"label":"al"}},{"type":999,"label":"future"}]}],
             "referenced_message":{"id":"8","content":"quoted","author":{"id":"1","username":"x"},"embeds":[{"title":"not this"}]},
             "flags":0,"unknown":{"content":"not this"}}
            """);
        Assert.Equal(new Snowflake(1002), message.ParentChannelId);
        Assert.Equal("hi", message.Content);
        Assert.Equal(19, message.Type);
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero).AddTicks(1234560), message.EditedAt);
        Assert.Equal(["t", "d", "an", "ft", "fn", "fv"], message.Embeds[0].Texts);
        Assert.Equal(["https://u", "https://author", "https://image"], message.Embeds[0].Urls);
        Assert.Equal(["https://v"], message.Embeds[1].Urls);
        Assert.Equal(new MessageAttachment("a.exe", "T\nD", "application/x", 12), Assert.Single(message.Attachments));
        ForwardedMessage forward = Assert.Single(message.Forwards);
        Assert.Equal(("fwd", "ft", "f.png"), (forward.Content, forward.Embeds[0].Texts[0], forward.Attachments[0].FileName));
        Assert.Equal(["st"], message.StickerNames);
        Assert.Equal("Q", message.Poll!.Question);
        Assert.Equal(["A1", "A2"], message.Poll.Answers);
        Assert.Equal("tn", message.ThreadName);
        Assert.Equal(["bl", "https://b", "sp", "ol", "od", "td", "al", "future"], message.ComponentTexts);
        Assert.Equal([new Snowflake(1), new Snowflake(2)], message.MentionedUsers);
        Assert.Equal([new Snowflake(5), new Snowflake(6)], message.MentionedRoles);
        Assert.True(message.MentionsEveryone);
        Assert.Equal(new MessageContext("the topic", "quoted"), message.Context);
        Assert.Equal(new DateTimeOffset(2023, 1, 2, 1, 4, 5, TimeSpan.Zero), message.Author.JoinedAt);
        Assert.Equal([new Snowflake(1003), new Snowflake(7)], message.Author.RoleIds);
        Assert.Equal(("u", "G", "N"), (message.Author.Username, message.Author.GlobalName, message.Author.Nickname));
        Assert.True(message.Author is { IsBot: true, HasAvatar: true, IsWebhook: false, IsModerator: true });
    }

    [Theory]
    [InlineData("""{"id":1,"channel_id":2,"guild_id":3,"author":{"id":4,"username":"a"},"content":"x"}""")]
    [InlineData("""{"id":"1","channel_id":"2","guild_id":"3","author":{"id":"4","username":"a","global_name":null},"content":"x","member":null,"embeds":null,"attachments":null,"mentions":null,"mention_roles":null,"poll":null,"components":null,"thread":null,"referenced_message":null,"message_snapshots":null,"sticker_items":null,"edited_timestamp":null,"webhook_id":null}""")]
    [InlineData("""{"content":"x","author":{"username":"a","id":"4"},"guild_id":"3","channel_id":"2","id":"1"}""")]
    [InlineData("""{"id":"1","channel_id":"2","guild_id":"3","author":{"id":"4","username":"a"},"content":"x","embeds":{},"attachments":"a","mentions":[1,"2",null,[3]],"mention_roles":7,"poll":[],"components":{"type":1},"thread":"t","referenced_message":[],"message_snapshots":[null,{"message":null}],"sticker_items":[[]],"type":"0","member":{"roles":null,"joined_at":17,"nick":null}}""")]
    [InlineData("""{"\u0069d":"1","channel_id":"2","guild_id":"3","author":{"id":"4","username":"a"},"content":"\u0078"}""")]
    public void Odd_shapes_lose_no_message(string json)
    {
        ChatMessage message = Read(json);
        Assert.Equal((1UL, 2UL, 3UL, 4UL), (message.Id.Value, message.ChannelId.Value, message.GuildId.Value, message.Author.Id.Value));
        Assert.Equal("x", message.Content);
        Assert.Equal("a", message.Author.DisplayName);
    }

    [Fact]
    public void A_message_of_an_unknown_channel_in_a_known_guild_is_delivered()
    {
        KnowGuild();
        ChatMessage message = Read("""{"id":"1","channel_id":"777","guild_id":"1000","author":{"id":"4","username":"a"},"content":"x","member":{"roles":["1003"]}}""");
        Assert.Equal(MessageContext.None, message.Context);
        Assert.True(message.Author.IsModerator);
    }

    [Theory]
    [InlineData("2000", "[]", "1002", true)]
    [InlineData("3000", "[]", "1002", false)]
    [InlineData("3000", """["1003"]""", "1002", true)]
    [InlineData("3000", """["1003"]""", "1004", true)]
    [InlineData("3000", """["1003"]""", "1006", false)]
    [InlineData("3000", """["999"]""", "1002", false)]
    public void Moderators_are_told_by_the_payloads_roles_and_the_channels_overwrites(string user, string roles, string channel, bool isModerator)
    {
        KnowGuild();
        ChatMessage message = Read($$$"""{"id":"1","channel_id":"{{{channel}}}","guild_id":"1000","author":{"id":"{{{user}}}","username":"a"},"content":"x","member":{"roles":{{{roles}}}}}""");
        Assert.Equal(isModerator, message.Author.IsModerator);
    }

    [Fact]
    public void Webhooks_are_never_moderators()
    {
        KnowGuild();
        ChatMessage message = Read("""{"id":"1","channel_id":"1002","guild_id":"1000","webhook_id":"2000","author":{"id":"2000","username":"hook","bot":true},"content":"x"}""");
        Assert.True(message.Author is { IsWebhook: true, IsModerator: false });
    }

    [Fact]
    public void The_first_message_of_a_forum_post_carries_its_title()
    {
        KnowGuild();
        Assert.Equal("a thread", Read("""{"id":"1004","channel_id":"1004","guild_id":"1000","author":{"id":"4","username":"a"},"content":"x"}""").ThreadName);
    }

    [Fact]
    public void The_bots_own_messages_are_not_delivered()
    {
        ParsedMessage parsed = Parse($$$"""{"id":"1","channel_id":"2","author":{"id":"{{{ScriptedDiscord.BotId}}}","username":"modbot"},"content":"x"}""", isEdit: false);
        Assert.True(parsed is { IsOwn: true, Message: null, Id: 1 });
    }

    [Theory]
    [InlineData("""{"id":"1","channel_id":"2","guild_id":"3","embeds":[{"title":"t"}]}""", true)]
    [InlineData("""{"id":"1","channel_id":"2","guild_id":"3","content":"new"}""", true)]
    [InlineData("""{"id":"1","channel_id":"2","guild_id":"3","author":{"id":"4","username":"a"}}""", true)]
    [InlineData("""{"id":"1","channel_id":"2","guild_id":"3","author":{"id":"4","username":"a"},"content":""}""", false)]
    public void Updates_that_lack_author_or_content_are_told_apart(string json, bool isPartial)
    {
        ParsedMessage parsed = Parse(json, isEdit: true);
        Assert.Equal(isPartial, parsed.IsPartial);
        Assert.Equal(isPartial, parsed.Message is null);
        Assert.True(parsed.Message?.IsEdit ?? true);
    }

    [Theory]
    [InlineData("""{"id":"1","channel_id":"2","author":{"id":"4"},"content":"","type":0}""", true)]
    [InlineData("""{"id":"1","channel_id":"2","author":{"id":"4"},"content":"","type":7}""", false)]
    [InlineData("""{"id":"1","channel_id":"2","author":{"id":"4","bot":true},"content":"","type":0}""", false)]
    [InlineData("""{"id":"1","channel_id":"2","author":{"id":"4"},"content":"","type":0,"sticker_items":[{"name":"s"}]}""", false)]
    [InlineData("""{"id":"1","channel_id":"2","author":{"id":"4"},"content":"","type":0,"attachments":[{"filename":"s"}]}""", false)]
    [InlineData("""{"id":"1","channel_id":"2","author":{"id":"4"},"content":"","type":0,"mentions":[{"id":"900000000000000001"}]}""", false)]
    [InlineData("""{"id":"1","channel_id":"2","author":{"id":"4"},"content":"x","type":0}""", false)]
    public void Messages_with_nothing_in_them_are_noticed(string json, bool isEmpty) => Assert.Equal(isEmpty, Parse(json, isEdit: false).IsEmpty);

    [Theory]
    [InlineData("""{"channel_id":"2","author":{"id":"4"},"content":"x"}""")]
    [InlineData("""{"id":"0","channel_id":"2"}""")]
    [InlineData("""{"id":"-1","channel_id":"99999999999999999999999"}""")]
    [InlineData("""{"id":1.5,"channel_id":true}""")]
    public void What_has_no_id_is_no_message(string json) => Assert.False(Parse(json, isEdit: false).HasId);

    [Fact]
    public void Reading_does_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "~";
        odd.DateTimeFormat.DateSeparator = "/";
        odd.DateTimeFormat.TimeSeparator = "-";
        CultureInfo.CurrentCulture = odd;
        try
        {
            All_surfaces_are_read();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_parser_keeps_nothing_of_the_message_before()
    {
        var parser = new MessageParser(_guilds, _account);
        Read(parser, Samples.Message);
        ChatMessage second = Read(parser, """{"id":"2","channel_id":"3","author":{"id":"4","username":"b"},"content":"y"}""").Message!;
        Assert.Empty(second.MentionedUsers);
        Assert.Empty(second.Author.RoleIds);
        Assert.Null(second.Author.JoinedAt);
        Assert.Equal(default, second.GuildId);
    }

    private ChatMessage Read(string json) => Parse(json, isEdit: false).Message ?? throw new InvalidOperationException("No message was read.");

    private ParsedMessage Parse(string json, bool isEdit) => Read(new MessageParser(_guilds, _account), json, isEdit);

    private static ParsedMessage Read(MessageParser parser, string json, bool isEdit = false)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        ParsedMessage parsed = parser.Read(ref reader, isEdit);
        Assert.False(reader.Read());
        return parsed;
    }

    private void KnowGuild()
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(Samples.Guild));
        reader.Read();
        GuildState guild = new GuildParser(_account).Read(ref reader).Guild;
        // A channel where the moderators' role may not manage messages.
        var quiet = new ChannelState { Id = 1006, Overwrites = [new PermissionOverwrite(1003, IsMember: false, default, ModBot.Core.Platform.GuildPermissions.ManageMessages)] };
        _guilds.Put(guild.With(quiet));
    }
}
