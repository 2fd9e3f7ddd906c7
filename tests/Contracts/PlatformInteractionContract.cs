using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord;
using ModBot.Sandbox;

namespace ModBot.Contracts;

/// <summary>Commands, components and forms, over real sockets.</summary>
public abstract class PlatformInteractionContract
{
    [Fact]
    public async Task A_command_comes_with_its_path_options_and_caller()
    {
        await using ContractBot bot = await StartAsync();
        var options = new Dictionary<string, object> { ["term"] = "free nitro", ["points"] = 3, ["role"] = SandboxIds.MemberRole, ["silent"] = true };
        (InteractionReceived received, Task<SandboxReply> reply) = await bot.InteractAsync(bot.World.RunCommandAsync(SandboxIds.Mia, SandboxIds.General, "terms add", options));
        Interaction interaction = received.Interaction;
        Assert.Equal((InteractionKind.Command, "terms add"), (interaction.Kind, interaction.Command));
        Assert.Equal((SandboxIds.Guild, SandboxIds.General, SandboxIds.Mia), (interaction.GuildId, interaction.ChannelId, interaction.User.Id));
        Assert.Equal("free nitro", interaction.Options["term"]);
        Assert.Equal(3L, interaction.Options["points"]);
        Assert.Equal(SandboxIds.MemberRole, interaction.Options["role"]);
        Assert.Equal(true, interaction.Options["silent"]);
        Assert.True(interaction.UserPermissions.HasFlag(GuildPermissions.ManageMessages));
        Assert.False(interaction.UserPermissions.HasFlag(GuildPermissions.ManageGuild));
        Assert.True(interaction.BotPermissions.HasFlag(GuildPermissions.ManageGuild));
        Assert.True(interaction.User.IsModerator);
        Assert.True((await received.Responder.RespondAsync(new OutgoingMessage { Content = "added", Ephemeral = true }, CancellationToken.None)).IsDone);
        SandboxReply answer = await reply;
        Assert.Equal((SandboxReplyKind.Message, "added"), (answer.Kind, answer.Message?.Content));
        Assert.Equal(SandboxIds.Mia, answer.Message?.EphemeralFor);
    }

    [Fact]
    public async Task A_file_goes_both_ways_and_is_fetched_from_the_platform_alone()
    {
        await using ContractBot bot = await StartAsync();
        byte[] content = [.. Enumerable.Range(0, 5_000).Select(i => (byte)i)];
        var options = new Dictionary<string, object> { ["term"] = "x", ["file"] = new SandboxFile("my terms.txt", "text/plain", content) };
        (InteractionReceived received, Task<SandboxReply> reply) = await bot.InteractAsync(bot.World.RunCommandAsync(SandboxIds.Mia, SandboxIds.General, "terms add", options));
        var attachment = Assert.IsType<CommandAttachment>(received.Interaction.Options["file"]);
        Assert.Equal(("my_terms.txt", 5_000), (attachment.FileName, attachment.Size));
        (ActionOutcome outcome, byte[]? fetched) = await bot.Platform.DownloadAsync(attachment, 10_000, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        Assert.Equal(content, fetched);
        Assert.Equal(OutcomeKind.Rejected, (await bot.Platform.DownloadAsync(attachment with { Size = 1 }, 4_999, CancellationToken.None)).Outcome.Kind);
        Assert.Equal(OutcomeKind.Rejected, (await bot.Platform.DownloadAsync(attachment with { Url = new Uri("http://127.0.0.1:1/x") }, 10_000, CancellationToken.None)).Outcome.Kind);
        Assert.Equal(OutcomeKind.Rejected, (await bot.Platform.DownloadAsync(attachment with { Url = new Uri("https://example.com/x") }, 10_000, CancellationToken.None)).Outcome.Kind);

        ActionOutcome answered = await received.Responder.RespondAsync(new OutgoingMessage { Content = "here", Files = [new OutgoingFile("back.txt", content)], Ephemeral = true }, CancellationToken.None);
        Assert.True(answered.IsDone, answered.Detail);
        JsonNode file = JsonNode.Parse((await reply).Message!.Json)!["attachments"]![0]!;
        Assert.Equal(("back.txt", 5_000), ((string?)file["filename"], (int)file["size"]!));
        (_, byte[]? back) = await bot.Platform.DownloadAsync(new CommandAttachment("back.txt", 5_000, new Uri((string)file["url"]!)), 10_000, CancellationToken.None);
        Assert.Equal(content, back);
    }

    [Fact]
    public async Task A_file_can_fill_a_deferred_answer()
    {
        await using ContractBot bot = await StartAsync();
        (InteractionReceived received, Task<SandboxReply> reply) = await bot.InteractAsync(bot.World.RunCommandAsync(SandboxIds.Mia, SandboxIds.General, "ping"));
        Assert.True((await received.Responder.DeferAsync(ephemeral: true, update: false, CancellationToken.None)).IsDone);
        ActionOutcome filled = await received.Responder.RespondAsync(new OutgoingMessage { Content = "late", Files = [new OutgoingFile("late.txt", new byte[3])] }, CancellationToken.None);
        Assert.True(filled.IsDone, filled.Detail);
        Assert.Equal("late.txt", (string?)JsonNode.Parse((await reply).Message!.Json)!["attachments"]![0]!["filename"]);
    }

    [Fact]
    public async Task A_deferred_answer_is_filled_in_and_followed_up()
    {
        await using ContractBot bot = await StartAsync();
        (InteractionReceived received, Task<SandboxReply> reply) = await bot.InteractAsync(bot.World.RunCommandAsync(SandboxIds.Mia, SandboxIds.General, "terms list all"));
        Assert.Equal("terms list all", received.Interaction.Command);
        Assert.True((await received.Responder.DeferAsync(ephemeral: true, update: false, CancellationToken.None)).IsDone);
        Assert.True((await received.Responder.DeferAsync(ephemeral: true, update: false, CancellationToken.None)).IsDone);
        ActionOutcome filled = await received.Responder.RespondAsync(new OutgoingMessage { Content = "two terms" }, CancellationToken.None);
        Assert.True(filled.IsDone, filled.Detail);
        Assert.Equal("two terms", (await reply).Message?.Content);
        ActionOutcome more = await received.Responder.FollowUpAsync(new OutgoingMessage { Content = "and one more", Ephemeral = true }, CancellationToken.None);
        Assert.True(more.IsDone, more.Detail);
        Assert.Contains(bot.World.EphemeralMessages(SandboxIds.Mia), message => message.Content == "and one more");
    }

    [Fact]
    public async Task One_first_answer_is_sent_however_often_asked()
    {
        await using ContractBot bot = await StartAsync();
        (InteractionReceived received, Task<SandboxReply> reply) = await bot.InteractAsync(bot.World.RunCommandAsync(SandboxIds.Mia, SandboxIds.General, "ping"));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => received.Responder.RespondAsync(new OutgoingMessage { Content = $"pong {i}" }, CancellationToken.None)));
        Assert.Equal(SandboxReplyKind.Message, (await reply).Kind);
        Assert.Equal(1, bot.World.Calls.Count(call => call.Route.Contains("callback", StringComparison.Ordinal)));
        Assert.Equal(OutcomeKind.Rejected, (await received.Responder.OpenModalAsync(Form, CancellationToken.None)).Kind);
        Assert.Equal(OutcomeKind.Rejected, (await received.Responder.SuggestAsync([], CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task Suggestions_are_shown_while_typing()
    {
        await using ContractBot bot = await StartAsync();
        (InteractionReceived received, Task<SandboxReply> reply) = await bot.InteractAsync(
            bot.World.AutocompleteAsync(SandboxIds.Mia, SandboxIds.General, "terms add", "term", new Dictionary<string, object> { ["term"] = "fre" }));
        Assert.Equal((InteractionKind.Autocomplete, "terms add", "term"), (received.Interaction.Kind, received.Interaction.Command, received.Interaction.FocusedOption));
        Assert.Equal("fre", received.Interaction.Options["term"]);
        CommandChoice[] choices = [.. Enumerable.Range(0, 40).Select(i => new CommandChoice($"free {i}", $"free-{i}"))];
        ActionOutcome outcome = await received.Responder.SuggestAsync(choices, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        IReadOnlyList<SandboxChoice> shown = (await reply).Choices;
        Assert.Equal(25, shown.Count);
        Assert.Equal(new SandboxChoice("free 0", "free-0"), shown[0]);
    }

    [Fact]
    public async Task A_button_changes_its_message()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake card = await PostCardAsync(bot);
        (InteractionReceived received, Task<SandboxReply> reply) = await bot.InteractAsync(bot.World.PressAsync(SandboxIds.Mia, SandboxIds.Review, card, "v1:uphold:1"));
        Assert.Equal((InteractionKind.Component, "v1:uphold:1"), (received.Interaction.Kind, received.Interaction.CustomId));
        Assert.Equal(new MessageReference(SandboxIds.Review, card), received.Interaction.Source);
        ActionOutcome outcome = await received.Responder.UpdateMessageAsync(new OutgoingMessage { Content = "upheld by Mia" }, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        Assert.Equal(SandboxReplyKind.Update, (await reply).Kind);
        SandboxMessage after = bot.World.FindMessage(SandboxIds.Review, card)!;
        Assert.Equal("upheld by Mia", after.Content);
        Assert.Empty(after.CustomIds);
    }

    [Fact]
    public async Task A_button_may_take_its_time()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake card = await PostCardAsync(bot);
        (InteractionReceived received, Task<SandboxReply> reply) = await bot.InteractAsync(bot.World.PressAsync(SandboxIds.Mia, SandboxIds.Review, card, "v1:uphold:1"));
        Assert.True((await received.Responder.DeferAsync(ephemeral: false, update: true, CancellationToken.None)).IsDone);
        Assert.Equal(SandboxReplyKind.DeferredUpdate, (await reply).Kind);
        ActionOutcome outcome = await received.Responder.UpdateMessageAsync(new OutgoingMessage { Content = "done later" }, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        Assert.Equal("done later", bot.World.FindMessage(SandboxIds.Review, card)!.Content);
    }

    [Fact]
    public async Task A_select_gives_its_values()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake card = await PostCardAsync(bot);
        (InteractionReceived received, Task<SandboxReply> reply) = await bot.InteractAsync(bot.World.PressAsync(SandboxIds.Mia, SandboxIds.Review, card, "v1:category:1", ["other"]));
        Assert.Equal(["other"], received.Interaction.Values);
        Assert.True((await received.Responder.RespondAsync(new OutgoingMessage { Content = "noted", Ephemeral = true }, CancellationToken.None)).IsDone);
        Assert.Equal("noted", (await reply).Message?.Content);
    }

    [Fact]
    public async Task A_form_is_opened_filled_in_and_answered()
    {
        await using ContractBot bot = await StartAsync();
        Snowflake card = await PostCardAsync(bot);
        (InteractionReceived pressed, Task<SandboxReply> opened) = await bot.InteractAsync(bot.World.PressAsync(SandboxIds.Mia, SandboxIds.Review, card, "v1:uphold:1"));
        ActionOutcome outcome = await pressed.Responder.OpenModalAsync(Form, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        SandboxModal modal = Assert.IsType<SandboxModal>((await opened).Modal);
        Assert.Equal(("v1:note:1", "Why?"), (modal.CustomId, modal.Title));
        (InteractionReceived submitted, Task<SandboxReply> reply) = await bot.InteractAsync(bot.World.SubmitModalAsync(SandboxIds.Mia, modal, new Dictionary<string, string> { ["why"] = "it is spam", ["more"] = "" }));
        Assert.Equal((InteractionKind.ModalSubmit, "v1:note:1"), (submitted.Interaction.Kind, submitted.Interaction.CustomId));
        Assert.Equal("it is spam", submitted.Interaction.Inputs["why"]);
        Assert.True((await submitted.Responder.RespondAsync(new OutgoingMessage { Content = "noted", Ephemeral = true }, CancellationToken.None)).IsDone);
        Assert.Equal("noted", (await reply).Message?.Content);
        Assert.Equal(OutcomeKind.Rejected, (await submitted.Responder.OpenModalAsync(Form, CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task Context_menus_name_their_target()
    {
        await using ContractBot bot = await StartAsync();
        (InteractionReceived onUser, Task<SandboxReply> first) = await bot.InteractAsync(bot.World.RunUserCommandAsync(SandboxIds.Mia, SandboxIds.General, "Moderate", SandboxIds.Noah));
        Assert.Equal((InteractionKind.UserCommand, "Moderate"), (onUser.Interaction.Kind, onUser.Interaction.Command));
        Assert.Equal(SandboxIds.Noah, onUser.Interaction.TargetId);
        MessageAuthor noah = onUser.Interaction.TargetUser!;
        Assert.Equal((SandboxIds.Noah, "noah", false), (noah.Id, noah.Username, noah.IsModerator));
        Assert.Contains(SandboxIds.MemberRole, noah.RoleIds);
        Assert.NotNull(noah.JoinedAt);
        Assert.Null(onUser.Interaction.TargetMessage);
        Assert.True((await onUser.Responder.RespondAsync(new OutgoingMessage { Content = "ok" }, CancellationToken.None)).IsDone);
        await first;
        Snowflake message = bot.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "reported words").Message.Id;
        (InteractionReceived onMessage, Task<SandboxReply> second) = await bot.InteractAsync(bot.World.RunMessageCommandAsync(SandboxIds.Zoe, SandboxIds.General, "Report message", message));
        Assert.Equal((InteractionKind.MessageCommand, message), (onMessage.Interaction.Kind, onMessage.Interaction.TargetId));
        Assert.Equal(("reported words", SandboxIds.Noah), (onMessage.Interaction.TargetMessage!.Content, onMessage.Interaction.TargetMessage.Author.Id));
        Assert.Null(onMessage.Interaction.TargetUser);
        Assert.True((await onMessage.Responder.RespondAsync(new OutgoingMessage { Content = "thank you", Ephemeral = true }, CancellationToken.None)).IsDone);
        await second;
    }

    [Fact]
    public async Task A_context_menu_tells_a_moderator_from_a_member()
    {
        await using ContractBot bot = await StartAsync();
        (InteractionReceived received, Task<SandboxReply> reply) = await bot.InteractAsync(bot.World.RunUserCommandAsync(SandboxIds.Mia, SandboxIds.General, "Moderate", SandboxIds.Mia));
        Assert.True(received.Interaction.TargetUser!.IsModerator);
        Assert.True((await received.Responder.OpenModalAsync(Form, CancellationToken.None)).IsDone);
        Assert.Equal(SandboxReplyKind.Modal, (await reply).Kind);
    }

    /// <summary>Registers the client under test.</summary>
    protected abstract void Add(IServiceCollection services, DiscordOptions options);

    private static Modal Form => new("v1:note:1", "Why?", [new ModalInput("why", "The reason", IsParagraph: true, MaximumLength: 500), new ModalInput("more", "Anything else", IsRequired: false, Placeholder: "optional")]);

    private static async Task<Snowflake> PostCardAsync(ContractBot bot)
    {
        var card = new OutgoingMessage
        {
            Content = "a case",
            Rows =
            [
                ComponentRow.Of(new ButtonComponent("v1:uphold:1", "Uphold", ButtonStyle.Success)),
                ComponentRow.Of(new SelectComponent("v1:category:1", "Category", [new SelectChoice("Spam", "spam"), new SelectChoice("Other", "other")])),
            ],
        };
        (ActionOutcome outcome, Snowflake? id) = await bot.Platform.PostAsync(SandboxIds.Review, card, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        return id!.Value;
    }

    private async Task<ContractBot> StartAsync()
    {
        ContractBot bot = await ContractBot.StartAsync(Add);
        ActionOutcome outcome = await bot.Platform.RegisterCommandsAsync(ContractCommands.All, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Detail);
        return bot;
    }
}
