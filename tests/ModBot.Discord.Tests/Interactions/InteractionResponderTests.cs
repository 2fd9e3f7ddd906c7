using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Interactions;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Interactions;

public sealed class InteractionResponderTests
{
    private static readonly OutgoingMessage Text = new() { Content = "text" };
    private readonly List<string> _bodies = [];

    [Fact]
    public async Task The_first_answer_goes_out_once_however_many_ask()
    {
        (FakeRest rest, InteractionResponder responder) = Make(InteractionKind.Command);
        ActionOutcome[] outcomes = await rest.RunAsync(Task.WhenAll(Enumerable.Range(0, 8).Select(_ => responder.RespondAsync(Text, CancellationToken.None))));
        Assert.All(outcomes, outcome => Assert.True(outcome.IsDone));
        Assert.Equal(1, rest.Sent.Count(sent => sent.Call.EndsWith("/callback", StringComparison.Ordinal)));
        Assert.Equal(7, rest.Sent.Count(sent => sent.Call.StartsWith("PATCH webhooks/9/tok/messages/@original", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task After_three_seconds_no_first_answer_is_sent()
    {
        (FakeRest rest, InteractionResponder responder) = Make(InteractionKind.Command);
        rest.Time.Advance(InteractionResponder.FirstAnswer);
        Assert.Equal(OutcomeKind.NotFound, (await responder.RespondAsync(Text, CancellationToken.None)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await responder.DeferAsync(ephemeral: true, update: false, CancellationToken.None)).Kind);
        Assert.Empty(rest.Sent);
    }

    [Fact]
    public async Task A_deferred_answer_is_edited_and_then_followed_up_for_fifteen_minutes()
    {
        (FakeRest rest, InteractionResponder responder) = Make(InteractionKind.Command);
        await rest.RunAsync(responder.DeferAsync(ephemeral: false, update: false, CancellationToken.None));
        rest.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.True((await rest.RunAsync(responder.FollowUpAsync(Text, CancellationToken.None))).IsDone);
        Assert.True((await rest.RunAsync(responder.FollowUpAsync(Text with { Ephemeral = true }, CancellationToken.None))).IsDone);
        rest.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(OutcomeKind.NotFound, (await responder.RespondAsync(Text, CancellationToken.None)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await responder.FollowUpAsync(Text, CancellationToken.None)).Kind);
        Assert.Equal(["POST interactions/5/tok/callback", "PATCH webhooks/9/tok/messages/@original", "POST webhooks/9/tok"], rest.Sent.Select(sent => sent.Call));
        Assert.Equal("""{"type":5}""", _bodies[0]);
        Assert.Equal("""{"content":"text","allowed_mentions":{"parse":[]},"flags":64}""", _bodies[2]);
    }

    [Fact]
    public async Task A_component_updates_the_message_that_carries_it()
    {
        (FakeRest rest, InteractionResponder responder) = Make(InteractionKind.Component);
        Assert.True((await rest.RunAsync(responder.UpdateMessageAsync(Text, CancellationToken.None))).IsDone);
        Assert.Equal("""{"type":7,"data":{"content":"text","embeds":[],"components":[],"allowed_mentions":{"parse":[]}}}""", _bodies[0]);
        (rest, responder) = Make(InteractionKind.Component);
        _bodies.Clear();
        await rest.RunAsync(responder.DeferAsync(ephemeral: false, update: true, CancellationToken.None));
        await rest.RunAsync(responder.UpdateMessageAsync(Text, CancellationToken.None));
        Assert.Equal("""{"type":6}""", _bodies[0]);
        Assert.StartsWith("PATCH webhooks/9/tok/messages/@original", rest.Sent[1].Call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_are_cut_to_what_discord_takes()
    {
        (FakeRest rest, InteractionResponder responder) = Make(InteractionKind.Autocomplete);
        List<CommandChoice> choices = [new("", "empty"), new("long", new string('v', 101)), new(new string('n', 150), "v"), .. Enumerable.Range(0, 40).Select(i => new CommandChoice($"n{i}", $"v{i}"))];
        Assert.True((await rest.RunAsync(responder.SuggestAsync(choices, CancellationToken.None))).IsDone);
        using var body = System.Text.Json.JsonDocument.Parse(_bodies[0]);
        Assert.Equal(8, body.RootElement.GetProperty("type").GetInt32());
        System.Text.Json.JsonElement sent = body.RootElement.GetProperty("data").GetProperty("choices");
        Assert.Equal(25, sent.GetArrayLength());
        Assert.Equal(100, sent[0].GetProperty("name").GetString()!.Length);
    }

    [Theory]
    [InlineData(CommandOptionKind.Integer, """[{"name":"a","value":7}]""")]
    [InlineData(CommandOptionKind.Number, """[{"name":"a","value":7},{"name":"b","value":1.5}]""")]
    [InlineData(CommandOptionKind.String, """[{"name":"a","value":"7"},{"name":"b","value":"1.5"},{"name":"c","value":"x"}]""")]
    public async Task Suggestions_have_the_type_of_the_option_or_are_left_out(CommandOptionKind kind, string sent)
    {
        (FakeRest rest, InteractionResponder responder) = Make(InteractionKind.Autocomplete, focused: kind);
        List<CommandChoice> choices = [new("a", "7"), new("b", "1.5"), new("c", "x")];
        Assert.True((await rest.RunAsync(responder.SuggestAsync(choices, CancellationToken.None))).IsDone);
        using var body = System.Text.Json.JsonDocument.Parse(_bodies[0]);
        Assert.Equal(sent, body.RootElement.GetProperty("data").GetProperty("choices").GetRawText());
    }

    [Fact]
    public async Task A_form_is_opened_with_labelled_inputs()
    {
        (FakeRest rest, InteractionResponder responder) = Make(InteractionKind.Component);
        var modal = new Modal("why:1", "Reason", [new ModalInput("reason", "Why?", IsParagraph: true, IsRequired: false, MaximumLength: 300, Value: "spam")]);
        Assert.True((await rest.RunAsync(responder.OpenModalAsync(modal, CancellationToken.None))).IsDone);
        Assert.Equal("""
            {"type":9,"data":{"components":[{"type":18,"label":"Why?","component":{"type":4,"style":2,"custom_id":"reason","max_length":300,"required":false,"value":"spam"}}],"custom_id":"why:1","title":"Reason"}}
            """, _bodies[0]);
        Assert.Equal(OutcomeKind.Rejected, (await responder.RespondAsync(Text, CancellationToken.None)).Kind);
    }

    [Theory]
    [InlineData(InteractionKind.ModalSubmit, "modal")]
    [InlineData(InteractionKind.Autocomplete, "respond")]
    [InlineData(InteractionKind.Autocomplete, "modal")]
    [InlineData(InteractionKind.Command, "suggest")]
    [InlineData(InteractionKind.Command, "update")]
    public async Task Answers_that_do_not_fit_are_refused_and_not_sent(InteractionKind kind, string answer)
    {
        (FakeRest rest, InteractionResponder responder) = Make(kind);
        ActionOutcome outcome = await (answer switch
        {
            "modal" => responder.OpenModalAsync(new Modal("a", "b", [new ModalInput("c", "d")]), CancellationToken.None),
            "respond" => responder.RespondAsync(Text, CancellationToken.None),
            "suggest" => responder.SuggestAsync([], CancellationToken.None),
            _ => responder.UpdateMessageAsync(Text, CancellationToken.None),
        });
        Assert.Equal(OutcomeKind.Rejected, outcome.Kind);
        Assert.Empty(rest.Sent);
    }

    [Theory]
    [InlineData(400, 40060, OutcomeKind.Done)]
    [InlineData(404, 10062, OutcomeKind.NotFound)]
    public async Task What_discord_says_to_a_first_answer_is_told(int status, int code, OutcomeKind kind)
    {
        (FakeRest rest, InteractionResponder responder) = Make(InteractionKind.Command, () => FakeRest.Reply(status, $$"""{"code":{{code}},"message":"m"}"""));
        Assert.Equal(kind, (await rest.RunAsync(responder.RespondAsync(Text, CancellationToken.None))).Kind);
    }

    [Fact]
    public async Task A_server_that_fails_until_the_deadline_leaves_the_interaction_expired()
    {
        (FakeRest rest, InteractionResponder responder) = Make(InteractionKind.Command, () => FakeRest.Reply(500));
        ActionOutcome outcome = await rest.RunAsync(responder.RespondAsync(Text, CancellationToken.None));
        Assert.False(outcome.IsDone);
        Assert.True(rest.Time.GetUtcNow() <= new DateTimeOffset(2026, 1, 1, 0, 0, 4, TimeSpan.Zero));
    }

    private (FakeRest Client, InteractionResponder Responder) Make(InteractionKind kind, Func<HttpResponseMessage>? answer = null, CommandOptionKind focused = CommandOptionKind.String)
    {
        var rest = new FakeRest((_, body) =>
        {
            _bodies.Add(body);
            return answer?.Invoke() ?? FakeRest.Reply(204);
        });
        var interaction = new Interaction
        {
            Id = new Snowflake(5),
            Kind = kind,
            GuildId = new Snowflake(1),
            ChannelId = new Snowflake(2),
            User = new MessageAuthor { Id = new Snowflake(3), Username = "u" },
            UserPermissions = GuildPermissions.None,
            Source = kind == InteractionKind.Component ? new MessageReference(new Snowflake(2), new Snowflake(4)) : null,
        };
        return (rest, new InteractionResponder(rest.Client, interaction, 9, "tok", rest.Time, focused));
    }
}
