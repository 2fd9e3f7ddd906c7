using System.Globalization;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters.Members;

/// <summary>The parameters of <see cref="LeaveFilter"/>.</summary>
public sealed record LeaveOptions : FilterOptions
{
    /// <summary>Only those who were members for less than that; 0: however long.</summary>
    public TimeSpan MemberUnder { get; init; }
}

/// <summary>Somebody left, was kicked or was banned.</summary>
public sealed class LeaveFilter : FilterDefinition<LeaveOptions>
{
    public override string Id => "leave";

    public override string Description => "A member leaves, is kicked or is banned.";

    public override OccurrenceKinds Watches => OccurrenceKinds.MemberLeft;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("left", Hits: true) { Instead = message => Left(message, hours: 100) },
        new("left after an hour", Hits: true, new LeaveOptions { MemberUnder = TimeSpan.FromHours(2) }) { Instead = message => Left(message, hours: 1) },
        new("left after three hours", Hits: false, new LeaveOptions { MemberUnder = TimeSpan.FromHours(2) }) { Instead = message => Left(message, hours: 3) },
    ];

    protected override OptionSchema<LeaveOptions> Options { get; } = new OptionSchema<LeaveOptions>()
        .Duration("member-under", "Only those who were members for less than this; 0s: however long.", TimeSpan.Zero, TimeSpan.FromDays(3_650), options => options.MemberUnder, (options, value) => options with { MemberUnder = value });

    protected override ICompiledFilter Compile(LeaveOptions options, FilterCompilation compilation) => new Compiled(options);

    private static MemberDeparture Left(ChatMessage message, int hours) =>
        new() { Id = message.Author.Id, GuildId = message.GuildId, Author = message.Author with { JoinedAt = message.At.AddHours(-hours) }, HappenedAt = message.At };

    private sealed class Compiled(LeaveOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            Occurrence occurrence = inspection.Occurrence;
            DateTimeOffset? joined = occurrence.Author.JoinedAt;
            if (options.MemberUnder > TimeSpan.Zero && !(joined is { } since && occurrence.At - since < options.MemberUnder))
                return;
            hits.Add(joined is { } began ? string.Create(CultureInfo.InvariantCulture, $"left after {DurationText.Write(occurrence.At - began)}") : "left");
        }
    }
}
