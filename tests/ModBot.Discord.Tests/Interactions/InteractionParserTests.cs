using System.Text;
using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Interactions;
using ModBot.Discord.State;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Interactions;

public sealed class InteractionParserTests
{
    private const string Caller = "\"id\":\"5000\",\"token\":\"t\",\"guild_id\":\"1000\",\"channel_id\":\"1002\",\"application_id\":\"9\",\"member\":{\"user\":{\"id\":\"2\",\"username\":\"u\"},\"nick\":\"N\",\"roles\":[\"3\"],\"permissions\":\"8\"}";

    [Theory]
    [InlineData("\"type\":2,\"data\":{\"name\":\"modlog\",\"type\":1}", InteractionKind.Command, "modlog")]
    [InlineData("\"type\":2,\"data\":{\"name\":\"modlog\"}", InteractionKind.Command, "modlog")]
    [InlineData("\"type\":2,\"data\":{\"name\":\"modlog\",\"type\":1,\"options\":[{\"type\":1,\"name\":\"recent\"}]}", InteractionKind.Command, "modlog recent")]
    [InlineData("\"type\":4,\"data\":{\"name\":\"terms\",\"type\":1,\"options\":[{\"type\":1,\"name\":\"add\",\"options\":[{\"type\":3,\"name\":\"term\",\"value\":\"fr\",\"focused\":true}]}]}", InteractionKind.Autocomplete, "terms add")]
    [InlineData("\"type\":2,\"data\":{\"name\":\"Moderate\",\"type\":2,\"target_id\":\"77\"}", InteractionKind.UserCommand, "Moderate")]
    [InlineData("\"type\":2,\"data\":{\"name\":\"Report message\",\"type\":3,\"target_id\":\"77\"}", InteractionKind.MessageCommand, "Report message")]
    [InlineData("\"type\":3,\"data\":{\"custom_id\":\"b\",\"component_type\":2}", InteractionKind.Component, "")]
    [InlineData("\"type\":5,\"data\":{\"custom_id\":\"m\",\"components\":[]}", InteractionKind.ModalSubmit, "")]
    public void Kinds_and_commands_are_told_apart(string rest, InteractionKind kind, string command)
    {
        Interaction interaction = Read($"{{{Caller},{rest}}}")!.Interaction;
        Assert.Equal((kind, command), (interaction.Kind, interaction.Command));
        Assert.Equal(("N", GuildPermissions.Administrator, true), (interaction.User.DisplayName, interaction.UserPermissions, interaction.User.IsModerator));
    }

    [Fact]
    public void Options_have_the_type_they_were_declared_with()
    {
        Interaction interaction = Read("{" + Caller + """
            ,"type":4,"data":{"name":"x","options":[{"name":"s","type":3,"value":"text"},{"name":"i","type":4,"value":-9007199254740991},{"name":"b","type":5,"value":false},
             {"name":"u","type":6,"value":"11"},{"name":"c","type":7,"value":"12"},{"name":"r","type":8,"value":13},{"name":"n","type":10,"value":1.5},{"name":"typing","type":4,"value":"12x","focused":true},{"name":"none","type":3}]}}
            """)!.Interaction;
        Assert.Equal("text", interaction.Options["s"]);
        Assert.Equal(-9007199254740991L, interaction.Options["i"]);
        Assert.Equal(false, interaction.Options["b"]);
        Assert.Equal(new Snowflake(11), interaction.Options["u"]);
        Assert.Equal(new Snowflake(12), interaction.Options["c"]);
        Assert.Equal(new Snowflake(13), interaction.Options["r"]);
        Assert.Equal(1.5, interaction.Options["n"]);
        Assert.Equal("12x", interaction.Options["typing"]);
        Assert.Equal("typing", interaction.FocusedOption);
        Assert.False(interaction.Options.ContainsKey("none"));
    }

    [Fact]
    public void Components_tell_their_values_and_the_message_that_carries_them()
    {
        Interaction interaction = Read("{" + Caller + ""","type":3,"message":{"id":"88","channel_id":"1002"},"data":{"custom_id":"pick","component_type":3,"values":["a",2]}}""")!.Interaction;
        Assert.Equal("pick", interaction.CustomId);
        Assert.Equal(["a", "2"], interaction.Values);
        Assert.Equal(new MessageReference(new Snowflake(1002), new Snowflake(88)), interaction.Source);
    }

    [Fact]
    public void Forms_tell_their_inputs_from_labels_and_from_rows()
    {
        Interaction interaction = Read("{" + Caller + """
            ,"type":5,"data":{"custom_id":"form","components":[{"type":18,"component":{"type":4,"custom_id":"a","value":"one"}},{"type":1,"components":[{"type":4,"custom_id":"b","value":"two"}]},
             {"type":18,"component":{"type":3,"custom_id":"c","values":["x","y"]}},{"type":18,"component":{"type":23,"custom_id":"d","value":true}},{"type":10,"content":"text"}]}}
            """)!.Interaction;
        Assert.Equal([("a", "one"), ("b", "two"), ("c", "x,y"), ("d", "true")], interaction.Inputs.Select(input => (input.Key, input.Value)));
    }

    [Fact]
    public void Message_commands_carry_the_message()
    {
        Interaction interaction = Read("{" + Caller + """
            ,"type":2,"data":{"name":"Report message","type":3,"target_id":"77","resolved":{"messages":{"77":{"id":"77","channel_id":"1002","content":"spam","author":{"id":"4","username":"a"}}}}}}
            """)!.Interaction;
        Assert.Equal(new Snowflake(77), interaction.TargetId);
        Assert.Equal(("spam", 1000UL), (interaction.TargetMessage!.Content, interaction.TargetMessage.GuildId.Value));
    }

    [Fact]
    public void User_commands_carry_the_user_and_their_membership()
    {
        Interaction interaction = Read("{" + Caller + """
            ,"type":2,"data":{"name":"Moderate","type":2,"target_id":"77","resolved":{"users":{"77":{"id":"77","username":"someone","bot":true}},
             "members":{"77":{"nick":"Some One","roles":["8"],"joined_at":"2024-02-03T10:11:12+00:00","permissions":"8192"}}}}}
            """)!.Interaction;
        MessageAuthor target = interaction.TargetUser!;
        Assert.Equal((77UL, "Some One", true, true), (target.Id.Value, target.DisplayName, target.IsBot, target.IsModerator));
        Assert.Equal(new Snowflake(8), Assert.Single(target.RoleIds));
        Assert.Equal("N", interaction.User.DisplayName);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"users":{"78":{"id":"78","username":"other"}}}""")]
    [InlineData("""{"users":{"77":[]},"members":7}""")]
    public void A_user_command_without_its_user_has_none(string resolved) =>
        Assert.Null(Read("{" + Caller + ""","type":2,"data":{"name":"Moderate","type":2,"target_id":"77","resolved":""" + resolved + "}}")!.Interaction.TargetUser);

    [Fact]
    public void In_direct_messages_the_user_stands_alone()
    {
        Interaction interaction = Read("""{"id":"1","type":2,"token":"t","channel_id":"5","user":{"id":"2","username":"u"},"locale":"de","data":{"name":"x"}}""")!.Interaction;
        Assert.Equal((0UL, 2UL, "de"), (interaction.GuildId.Value, interaction.User.Id.Value, interaction.Locale));
    }

    [Theory]
    [InlineData("""{"id":"1","type":1,"token":"t"}""")]
    [InlineData("""{"id":"1","type":99,"token":"t"}""")]
    [InlineData("""{"id":"1","type":2}""")]
    [InlineData("""{"type":2,"token":"t"}""")]
    [InlineData("[]")]
    public void What_cannot_be_answered_is_left_alone(string json) => Assert.Null(Read(json));

    private static ParsedInteraction? Read(string json)
    {
        var account = new BotAccount();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return new InteractionParser(new GuildDirectory(account), account).Read(ref reader);
    }
}
