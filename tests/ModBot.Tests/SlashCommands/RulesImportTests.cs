using System.Text;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Moderation;
using ModBot.Tests.Moderation;

namespace ModBot.Tests.SlashCommands;

public sealed class RulesImportTests
{
    private const GuildPermissions Moderator = GuildPermissions.ManageMessages;
    private const GuildPermissions Admin = GuildPermissions.ManageGuild | GuildPermissions.ManageMessages;
    private const string Pets = "rules:\n  - name: pets\n    filter: blocked-terms\n    options: {terms: [ant, bee]}\n  - name: flood\n    filter: flood\n    options: {count: 20}\n";

    [Fact]
    public async Task An_export_can_be_imported_elsewhere_and_changes_nothing_before_it_is_applied()
    {
        using ModerationStage there = ModerationStage.Open();
        await there.CommandAsync("rules add", Admin, ("filter", "blocked-terms"), ("name", "pets"), ("options", "terms=\"ant, bee\""));
        await there.CommandAsync("rules exempt", Admin, ("role", new Snowflake(501)), ("rule", "pets"));
        there.Platform.Names.Add(new NamedId(NamedKind.Role, new Snowflake(501), "Staff"));
        OutgoingFile file = Assert.Single((await there.CommandAsync("rules export", Admin)).Replies[^1].Files);
        Assert.Equal("rules-v3.yaml", file.FileName);

        using ModerationStage here = ModerationStage.Open();
        here.Platform.Names.Add(new NamedId(NamedKind.Role, new Snowflake(777), "staff"));
        RecordingResponder shown = await ImportAsync(here, Encoding.UTF8.GetString(file.Content.Span));
        Assert.Contains("+ pets", shown.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await SourceAsync(here)).Version);
        RecordingResponder done = await here.PressAsync(ButtonOf(shown.Replies[^1], "Apply"), Admin);
        Assert.Contains("rollback version:1", done.Updates[^1].Content, StringComparison.Ordinal);
        Rule pets = (await SourceAsync(here)).Find("pets")!;
        Assert.Equal([new Snowflake(777)], pets.Scope.ExemptRoles.AsEnumerable());
        Assert.Contains("no longer waiting", (await here.PressAsync(ButtonOf(shown.Replies[^1], "Apply"), Admin)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("merge")]
    [InlineData("replace")]
    public async Task A_document_adds_and_changes_rules_or_replaces_them_all(string how)
    {
        using ModerationStage stage = ModerationStage.Open();
        RecordingResponder shown = await ImportAsync(stage, Pets, ("how", how));
        await stage.PressAsync(ButtonOf(shown.Replies[^1], "Apply"), Admin);
        RuleSet source = await SourceAsync(stage);
        int rules = string.Equals(how, "merge", StringComparison.Ordinal) ? DefaultRuleSet.Create().Rules.Length + 1 : 2;
        Assert.Equal((2, rules, 20), (source.Version, source.Rules.Length, ((FloodFilterOptions)source.Find("flood")!.Options).Count));
    }

    [Fact]
    public async Task Rules_can_be_typed_into_a_form()
    {
        using ModerationStage stage = ModerationStage.Open();
        Modal form = (await stage.CommandAsync("rules import", Admin)).Form!;
        RecordingResponder shown = await stage.InteractAsync(ModerationStage.Interaction(InteractionKind.ModalSubmit, Admin) with
        {
            CustomId = form.CustomId,
            Inputs = new Dictionary<string, string>(StringComparer.Ordinal) { [form.Inputs[0].CustomId] = Pets },
        });
        await stage.PressAsync(ButtonOf(shown.Replies[^1], "Leave it"), Admin);
        Assert.Equal(1, (await SourceAsync(stage)).Version);
        Assert.Contains("no longer waiting", (await stage.PressAsync(ButtonOf(shown.Replies[^1], "Apply"), Admin)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_that_are_not_here_are_asked_for_one_after_the_other()
    {
        using ModerationStage stage = ModerationStage.Open();
        stage.Platform.Names.AddRange([new NamedId(NamedKind.Role, new Snowflake(11), "Helpers"), new NamedId(NamedKind.Role, new Snowflake(12), "Guests"), new NamedId(NamedKind.Channel, new Snowflake(13), "helper")]);
        RecordingResponder asked = await ImportAsync(stage, "names: {roles: {\"901\": Helper, \"902\": Ghosts}}\nrules:\n  - {name: a, filter: caps, scope: {exempt-roles: [\"901\", \"902\"]}}\n");
        Assert.Contains("Helper", asked.Text, StringComparison.Ordinal);
        SelectComponent select = SelectOf(asked.Replies[^1]);
        Assert.Equal(["keep", "11", "12"], select.Choices.Select(choice => choice.Value));
        RecordingResponder next = await ChooseAsync(stage, select, "11");
        select = SelectOf(next.Updates[^1]);
        Assert.Contains("Ghosts", next.Updates[^1].Content, StringComparison.Ordinal);
        RecordingResponder shown = await ChooseAsync(stage, select, "keep");
        await stage.PressAsync(ButtonOf(shown.Updates[^1], "Apply"), Admin);
        Assert.Equal([new Snowflake(11), new Snowflake(902)], (await SourceAsync(stage)).Find("a")!.Scope.ExemptRoles.AsEnumerable());
    }

    [Fact]
    public async Task A_choice_that_was_never_offered_is_refused()
    {
        using ModerationStage stage = ModerationStage.Open();
        RecordingResponder asked = await ImportAsync(stage, "names: {roles: {\"901\": Helper}}\nrules:\n  - {name: a, filter: caps, scope: {exempt-roles: [\"901\"]}}\n");
        Assert.Contains("not a role", (await ChooseAsync(stage, SelectOf(asked.Replies[^1]), "5555")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_that_were_changed_meanwhile_are_shown_again_before_they_are_overwritten()
    {
        using ModerationStage stage = ModerationStage.Open();
        RecordingResponder shown = await ImportAsync(stage, Pets);
        await stage.CommandAsync("rules remove", Admin, ("rule", "caps"));
        RecordingResponder again = await stage.PressAsync(ButtonOf(shown.Replies[^1], "Apply"), Admin);
        Assert.Contains("changed meanwhile", again.Updates[^1].Content, StringComparison.Ordinal);
        Assert.Equal(2, (await SourceAsync(stage)).Version);
        await stage.PressAsync(ButtonOf(again.Updates[^1], "Apply"), Admin);
        Assert.Equal(3, (await SourceAsync(stage)).Version);
    }

    [Theory]
    [InlineData("rules:\n  - {name: a, filter: caps, options: {percent: 0, volume: 1}}", "line 2, column 39: rules[0].options.percent", "line 2, column 51: rules[0].options.volume")]
    [InlineData("rules: &a []\nmore: *a", "anchors", "aliases")]
    [InlineData("{\"rules\":[},", "not JSON", "line 1, column 11")]
    [InlineData("{\"rules\":[],\"rules\":[]}", "not JSON", "rules")]
    public async Task Every_fault_is_told_with_its_place(string document, params string[] says)
    {
        using ModerationStage stage = ModerationStage.Open();
        string text = (await ImportAsync(stage, document)).Text;
        Assert.All(says, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_does_not_lie_with_the_platform_or_is_no_text_is_refused()
    {
        using ModerationStage stage = ModerationStage.Open();
        RecordingResponder elsewhere = await stage.CommandAsync("rules import", Admin, ("file", new CommandAttachment("x.yaml", 3, new Uri("https://evil.example/x"))));
        Assert.Contains("not Discord", elsewhere.Text, StringComparison.Ordinal);
        var url = new Uri("https://cdn.discordapp.com/x");
        stage.Platform.Files[url] = [0xC3, 0x28];
        Assert.Contains("UTF-8", (await stage.CommandAsync("rules import", Admin, ("file", new CommandAttachment("x.yaml", 2, url)))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules import", "Manage Server")]
    [InlineData("rules export", "Manage Server")]
    [InlineData("rules presets", "Manage Server")]
    [InlineData("rules rollback", "Manage Server")]
    public async Task Who_lacks_the_permission_is_told_which(string command, string lacks)
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains(lacks, (await stage.CommandAsync(command, Moderator)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_whom_it_was_shown_to_may_apply_it_and_with_the_permission()
    {
        using ModerationStage stage = ModerationStage.Open();
        RecordingResponder shown = await ImportAsync(stage, Pets);
        string apply = ButtonOf(shown.Replies[^1], "Apply");
        Assert.Contains("Manage Server", (await stage.PressAsync(apply, Moderator)).Text, StringComparison.Ordinal);
        Assert.Contains("no longer waiting", (await stage.PressAsync(apply, Admin, user: 501)).Text, StringComparison.Ordinal);
        Assert.Equal(1, (await SourceAsync(stage)).Version);
    }

    [Fact]
    public async Task A_pack_is_shown_and_applied()
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains("**quiet**", (await stage.CommandAsync("rules presets", Admin)).Text, StringComparison.Ordinal);
        RecordingResponder shown = await stage.CommandAsync("rules presets", Admin, ("name", "quiet"));
        Assert.Contains("options.delete-threshold: 0.97", shown.Text, StringComparison.Ordinal);
        await stage.PressAsync(ButtonOf(shown.Replies[^1], "Apply"), Admin);
        Assert.Equal(0.97, ((SpamFilterOptions)(await SourceAsync(stage)).Find("spam")!.Options).DeleteThreshold);
        Assert.Contains("nothing would change", (await stage.CommandAsync("rules presets", Admin, ("name", "quiet"))).Text, StringComparison.Ordinal);
    }

    private static async Task<RecordingResponder> ImportAsync(ModerationStage stage, string text, params (string, object)[] more)
    {
        byte[] content = Encoding.UTF8.GetBytes(text);
        var url = new Uri("https://cdn.discordapp.com/attachments/1/2/rules.yaml");
        stage.Platform.Files[url] = content;
        return await stage.CommandAsync("rules import", Admin, [("file", new CommandAttachment("rules.yaml", content.Length, url)), .. more]);
    }

    private static Task<RecordingResponder> ChooseAsync(ModerationStage stage, SelectComponent select, string value) =>
        stage.InteractAsync(ModerationStage.Interaction(InteractionKind.Component, Admin) with { CustomId = select.CustomId, Values = [value] });

    private static string ButtonOf(OutgoingMessage message, string label) =>
        message.Rows.SelectMany(row => row.Components).OfType<ButtonComponent>().Single(button => button.Label == label).CustomId;

    private static SelectComponent SelectOf(OutgoingMessage message) => message.Rows.SelectMany(row => row.Components).OfType<SelectComponent>().Single();

    private static Task<RuleSet> SourceAsync(ModerationStage stage) => stage.Get<GuildRules>().GetSourceAsync(ModerationStage.Guild, default);
}
