using System.Globalization;
using ModBot.Core.Filters.History;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters.Members;

/// <summary>The parameters of <see cref="RejoinFilter"/>.</summary>
public sealed record RejoinOptions : FilterOptions
{
    /// <summary>They left so often before they joined again.</summary>
    public int Times { get; init; } = 1;

    public TimeSpan Within { get; init; } = TimeSpan.FromHours(1);
}

/// <summary>Somebody joins who left shortly before: to be rid of a role or a timeout, or to be greeted again and again.</summary>
public sealed class RejoinFilter : FilterDefinition<RejoinOptions>
{
    public override string Id => "rejoin";

    public override string Description => "A member joins again who left shortly before.";

    public override OccurrenceKinds Watches => OccurrenceKinds.MemberJoined;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("joined again after a minute", Hits: true) { Earlier = message => [Left(message, minutes: 1)], Instead = Joined },
        new("joined again after two hours", Hits: false) { Earlier = message => [Left(message, minutes: 120)], Instead = Joined },
        new("joined for the first time", Hits: false) { Earlier = message => [Left(message with { Author = message.Author with { Id = new Snowflake(99) } }, minutes: 1)], Instead = Joined },
        new("joined again once", Hits: false, new RejoinOptions { Times = 2 }) { Earlier = message => [Left(message, minutes: 1)], Instead = Joined },
        new("joined again twice", Hits: true, new RejoinOptions { Times = 2 }) { Earlier = message => [Left(message, minutes: 9), Left(message, minutes: 1)], Instead = Joined },
    ];

    protected override OptionSchema<RejoinOptions> Options { get; } = new OptionSchema<RejoinOptions>()
        .Integer("times", "They left so often before.", 1, 100, options => options.Times, (options, value) => options with { Times = value })
        .Duration("within", "The time in which they left.", TimeSpan.FromSeconds(1), BehaviourHistory.LongestWindow, options => options.Within, (options, value) => options with { Within = value });

    protected override ICompiledFilter Compile(RejoinOptions options, FilterCompilation compilation) => new Compiled(options);

    private static MemberDeparture Left(ChatMessage message, int minutes) =>
        new() { Id = message.Author.Id, GuildId = message.GuildId, Author = message.Author, HappenedAt = message.At.AddMinutes(-minutes) };

    private static MemberArrival Joined(ChatMessage message) => new() { Id = message.Author.Id, GuildId = message.GuildId, Author = message.Author, HappenedAt = message.At };

    private sealed class Compiled(RejoinOptions options) : ICompiledFilter
    {
        public HistoryNeed Need { get; } = new(HistoryPart.Members, options.Within);

        public void Inspect(Inspection inspection, HitSink hits)
        {
            Occurrence occurrence = inspection.Occurrence;
            int times = inspection.History.CountDepartures(occurrence.Author.Id, options.Within, occurrence.At);
            if (times >= options.Times)
                hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"joined again after leaving {times} time{(times == 1 ? "" : "s")} within {DurationText.Write(options.Within)}")) { Score = times });
        }
    }
}
