using System.Text.Json;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Rest;

public sealed class CommandCallsTests
{
    private static readonly CommandDefinition[] Commands =
    [
        new()
        {
            Name = "terms",
            Description = "Blocked terms",
            DefaultPermissions = GuildPermissions.ManageGuild,
            SubCommands =
            [
                new SubCommand("add", "Adds one", [new CommandOption { Kind = CommandOptionKind.String, Name = "term", Description = "What", IsRequired = true, Autocompletes = true, Minimum = 1, Maximum = 100 }]),
                new SubCommand("list all", "Lists", []),
                new SubCommand("list mine", "Lists mine", [new CommandOption { Kind = CommandOptionKind.Integer, Name = "count", Description = "How many", Minimum = 1, Maximum = 25, Choices = [new CommandChoice("ten", "10")] }]),
            ],
        },
        new() { Kind = CommandKind.Message, Name = "Report message" },
    ];

    private const string Wire = """
        [{"name":"terms","type":1,"description":"Blocked terms","default_member_permissions":"32","contexts":[0],"options":[{"type":1,"name":"add","description":"Adds one","options":[{"type":3,"name":"term","description":"What","required":true,"autocomplete":true,"min_length":1,"max_length":100}]},{"type":2,"name":"list","description":"list","options":[{"type":1,"name":"all","description":"Lists"},{"type":1,"name":"mine","description":"Lists mine","options":[{"type":4,"name":"count","description":"How many","min_value":1,"max_value":25,"choices":[{"name":"ten","value":10}]}]}]}]},{"name":"Report message","type":3,"contexts":[0]}]
        """;

    [Fact]
    public async Task Commands_are_written_where_they_differ()
    {
        string written = "";
        var platform = new FakePlatform((request, body) =>
        {
            written = body;
            return FakeRest.Reply(200, "[]");
        });
        Assert.True((await platform.Rest.RunAsync(platform.Port.RegisterCommandsAsync(Commands, CancellationToken.None))).IsDone);
        Assert.Equal(Wire, written);
        Assert.Equal([$"GET applications/{ScriptedDiscord.ApplicationId}/commands", $"PUT applications/{ScriptedDiscord.ApplicationId}/commands"], platform.Calls);
    }

    [Fact]
    public async Task Nothing_is_written_where_the_server_has_them_with_its_own_defaults()
    {
        // As Discord answers: ids, versions, nulls, empty descriptions, false flags, and in another order.
        const string registered = """
            [{"id":"2","application_id":"9","version":"1","name":"Report message","name_localizations":null,"type":3,"description":"","default_member_permissions":null,"contexts":[0],"nsfw":false,"integration_types":[0]},
             {"id":"1","application_id":"9","version":"1","dm_permission":false,"contexts":[0],"default_member_permissions":"32","type":1,"name":"terms","description":"Blocked terms","nsfw":false,"options":[
               {"type":1,"name":"add","description":"Adds one","name_localizations":null,"options":[{"type":3,"name":"term","description":"What","required":true,"autocomplete":true,"min_length":1,"max_length":100}]},
               {"type":2,"name":"list","description":"list","options":[{"type":1,"name":"all","description":"Lists","options":[]},{"type":1,"name":"mine","description":"Lists mine","options":[{"type":4,"name":"count","description":"How many","required":false,"min_value":1,"max_value":25.0,"choices":[{"name":"ten","value":10,"name_localizations":null}]}]}]}]}]
            """;
        var platform = new FakePlatform((_, _) => FakeRest.Reply(200, registered));
        Assert.True((await platform.Rest.RunAsync(platform.Port.RegisterCommandsAsync(Commands, CancellationToken.None))).IsDone);
        Assert.Single(platform.Calls);
    }

    [Theory]
    [InlineData("Adds one", "Adds two")]
    [InlineData("\"required\":true,", "")]
    [InlineData("\"max_length\":100", "\"max_length\":99")]
    [InlineData("\"value\":10", "\"value\":11")]
    [InlineData("\"32\"", "\"8192\"")]
    [InlineData("\"contexts\":[0],\"options\"", "\"contexts\":null,\"options\"")]
    [InlineData("{\"type\":1,\"name\":\"all\",\"description\":\"Lists\"},", "")]
    [InlineData(",{\"name\":\"Report message\",\"type\":3,\"contexts\":[0]}", "")]
    public void Every_difference_that_matters_is_seen(string find, string replace)
    {
        string other = Wire.Replace(find, replace, StringComparison.Ordinal);
        Assert.NotEqual(Wire, other);
        Assert.True(CommandComparison.AreEqual(Parse(Wire), Parse(Wire)));
        Assert.False(CommandComparison.AreEqual(Parse(other), Parse(Wire)));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    public async Task A_server_that_cannot_list_commands_is_given_them(int status)
    {
        var platform = new FakePlatform((request, _) => request.Method == HttpMethod.Get ? FakeRest.Reply(status) : FakeRest.Reply(200, "[]"));
        Assert.True((await platform.Rest.RunAsync(platform.Port.RegisterCommandsAsync(Commands, CancellationToken.None))).IsDone);
    }

    [Fact]
    public async Task The_application_is_asked_for_where_no_session_has_told_it()
    {
        var platform = new FakePlatform((request, _) => FakeRest.Reply(200, request.RequestUri!.AbsolutePath.EndsWith("@me", StringComparison.Ordinal) ? """{"id":"12"}""" : "[]"));
        platform.Account.SetApplication(0);
        await platform.Rest.RunAsync(platform.Port.RegisterCommandsAsync([], CancellationToken.None));
        Assert.Equal(["GET applications/@me", "GET applications/12/commands"], platform.Calls);
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
