using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Platform;
using ModBot.Moderation;
using ModBot.Moderation.Occurrences;

namespace ModBot.Tests.Moderation;

public sealed class OccurrenceReaderTests
{
    private const OccurrenceKinds Everything = (OccurrenceKinds)~0;
    private static readonly Snowflake Guild = new(1);
    private static readonly MessageAuthor Ada = new() { Id = new Snowflake(7), Username = "ada", RoleIds = [new Snowflake(10), new Snowflake(11)] };
    private readonly GuildDirectory guilds = new();
    private readonly GuildMemory memory = new();
    private readonly OccurrenceReader reader;

    public OccurrenceReaderTests() => reader = new OccurrenceReader(guilds, TimeProvider.System);

    [Fact]
    public void A_rename_is_told_with_the_name_before_and_a_redelivery_of_it_is_nothing()
    {
        Assert.Null(Assert.IsType<MemberRename>(Assert.Single(Read(new MemberUpdated(Guild, Ada)))).Before);
        MessageAuthor renamed = Ada with { Nickname = "Countess" };
        Assert.Equal(Ada, Assert.IsType<MemberRename>(Assert.Single(Read(new MemberUpdated(Guild, renamed)))).Before);
        Assert.Empty(Read(new MemberUpdated(Guild, renamed)));
    }

    [Fact]
    public void Roles_that_came_and_went_are_told_one_by_one()
    {
        Read(new MemberJoined(Guild, Ada));
        RoleChange[] changes = [.. Read(new MemberUpdated(Guild, Ada with { RoleIds = [new Snowflake(11), new Snowflake(12)] })).Cast<RoleChange>()];
        Assert.Equal([(12UL, true), (10UL, false)], changes.Select(change => (change.RoleId.Value, change.Added)));
    }

    [Fact]
    public void Names_that_a_message_shows_for_the_first_time_are_looked_at_before_it()
    {
        ChatMessage message = new() { Id = new Snowflake(1), GuildId = Guild, ChannelId = new Snowflake(2), Author = Ada, Content = "hello" };
        Assert.Equal([OccurrenceKinds.MemberRenamed, OccurrenceKinds.Message], Read(new MessageReceived(message)).Select(one => one.Kind));
        Assert.Equal([OccurrenceKinds.Message], Read(new MessageReceived(message)).Select(one => one.Kind));
        Assert.Equal([OccurrenceKinds.Message], Read(new MessageReceived(message with { Author = Ada with { Id = new Snowflake(8), IsWebhook = true } })).Select(one => one.Kind));
        Assert.Equal([OccurrenceKinds.Message], reader.Read(new MessageReceived(message with { Author = Ada with { Id = new Snowflake(9) } }), memory, OccurrenceKinds.Message).Select(one => one.Kind));
    }

    [Fact]
    public void Who_left_is_told_as_they_were_known()
    {
        Read(new MemberJoined(Guild, Ada));
        Assert.Equal(Ada, Assert.Single(Read(new MemberLeft(Guild, Ada.Id))).Author);
        Assert.Equal("", Assert.Single(Read(new MemberLeft(Guild, Ada.Id))).Author.Username);
    }

    [Fact]
    public void One_match_of_AutoMod_is_one_occurrence_however_many_actions_its_rule_has()
    {
        var trigger = new AutoModTrigger { RuleId = new Snowflake(5), UserId = Ada.Id, ChannelId = new Snowflake(2), Content = "bad", Keyword = "bad" };
        Assert.Single(Read(new AutoModTriggered(Guild, trigger)));
        Assert.Empty(Read(new AutoModTriggered(Guild, trigger with { })));
        Assert.Single(Read(new AutoModTriggered(Guild, trigger with { Content = "bad again" })));
    }

    [Fact]
    public void A_ban_stands_for_itself_only_where_the_audit_log_cannot_be_read()
    {
        Assert.Equal(ModeratorAction.Ban, Assert.IsType<ModeratorDeed>(Assert.Single(Read(new UserBanned(Guild, Ada)))).Action);
        guilds.Set(new GuildSummary { Id = Guild, Name = "g", Channels = [new ChannelSummary(new Snowflake(2), "c", null, GuildPermissions.ViewAuditLog)] });
        Assert.Empty(Read(new UserBanned(Guild, Ada)));
        guilds.Bot = new Snowflake(99);
        var entry = new AuditEntry { Id = new Snowflake(500), Action = ModeratorAction.Ban, ModeratorId = new Snowflake(99), TargetId = Ada.Id };
        Assert.True(Assert.IsType<ModeratorDeed>(Assert.Single(Read(new AuditEntryWritten(Guild, entry)))).ByBot);
        Assert.False(Assert.IsType<ModeratorDeed>(Assert.Single(Read(new AuditEntryWritten(Guild, entry with { ModeratorId = new Snowflake(98) })))).ByBot);
    }

    private List<Occurrence> Read(PlatformEvent happened) => [.. reader.Read(happened, memory, Everything)];
}
