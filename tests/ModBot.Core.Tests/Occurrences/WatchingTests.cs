using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Rules;
using ModBot.Core.Tests.Filters;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Occurrences;

public sealed class WatchingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly MessageAuthor Member = new() { Id = new Snowflake(3), Username = "someone", Nickname = "Some One", JoinedAt = Noon };
    private readonly FilterPipeline pipeline = new();

    [Fact]
    public void A_rule_runs_on_what_its_filter_watches_and_on_nothing_else()
    {
        CompiledRuleSet rules = Compile(OccurrenceKinds.MemberJoined, Disposition.Flag);
        Assert.Equal(OccurrenceKinds.MemberJoined, rules.Watches);
        var joined = new MemberArrival { Id = Member.Id, GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon };
        Verdict verdict = Judge(joined, rules);
        Assert.Equal("someone|Some One", Assert.Single(verdict.Hits).Reason);
        Assert.Equal([ActionKind.Flag], verdict.Actions.Select(action => action.Kind));
        Assert.Empty(Judge(new MemberDeparture { Id = Member.Id, GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon }, rules).Hits);
        Assert.Empty(Judge(OneRule.Message("hello"), rules).Hits);
    }

    [Fact]
    public void What_is_no_message_is_not_deleted_but_the_rules_actions_are_done()
    {
        CompiledRuleSet rules = Compile(OccurrenceKinds.Names, Disposition.Delete, new KickAction());
        Verdict verdict = Judge(new MemberRename { Id = Member.Id, GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon }, rules);
        Assert.Equal(Disposition.Delete, verdict.Disposition);
        Assert.Equal([ActionKind.Kick], verdict.Actions.Select(action => action.Kind));
    }

    [Fact]
    public void Moderators_are_left_alone_whatever_they_do()
    {
        CompiledRuleSet rules = Compile(OccurrenceKinds.Names, Disposition.Delete);
        var rename = new MemberRename { Id = Member.Id, GuildId = new Snowflake(1), Author = Member with { IsModerator = true }, HappenedAt = Noon };
        Assert.Equal(["only: the author is a moderator"], Judge(rename, rules).Exemptions);
    }

    [Fact]
    public void A_filter_of_messages_cannot_be_given_anything_else()
    {
        var inspection = new Inspection();
        inspection.Load(new MemberArrival { Id = Member.Id, GuildId = new Snowflake(1), Author = Member, HappenedAt = Noon }, MemberFacts.Unknown, EmptyHistory.Instance, SilentModel.Instance, FilterResources.None);
        Assert.Throws<InvalidOperationException>(() => inspection.Message);
        Assert.Equal(0, inspection.Scores.Spam);
    }

    private Verdict Judge(Occurrence occurrence, CompiledRuleSet rules) => pipeline.Judge(occurrence, rules, SilentModel.Instance, MemberFacts.Unknown, EmptyHistory.Instance);

    private static CompiledRuleSet Compile(OccurrenceKinds watches, Disposition verdict, params RuleAction[] then)
    {
        var rule = new Rule { Name = "only", Filter = "texts", Options = new TextsOptions(), Category = Category.Other, Verdict = verdict, Then = [.. then] };
        return CompiledRuleSet.Compile(new RuleSet(1, [rule]), RuleMode.Enforce, new FilterRegistry([new TextsFilter(watches)]));
    }

    private sealed record TextsOptions : FilterOptions;

    /// <summary>Hits on everything it is given, with what there is to read.</summary>
    private sealed class TextsFilter(OccurrenceKinds watches) : FilterDefinition<TextsOptions>
    {
        public override string Id => "texts";

        public override string Description => "Everything.";

        public override OccurrenceKinds Watches => watches;

        public override IReadOnlyList<FilterExample> Examples => [];

        protected override OptionSchema<TextsOptions> Options { get; } = new();

        protected override ICompiledFilter Compile(TextsOptions options, FilterCompilation compilation) => new Compiled();

        private sealed class Compiled : ICompiledFilter
        {
            public void Inspect(Inspection inspection, HitSink hits) => hits.Add(string.Join('|', inspection.Surfaces.Select(surface => surface.Text.Original)));
        }
    }
}
