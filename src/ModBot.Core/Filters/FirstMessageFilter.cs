using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>Options of <see cref="FirstMessageFilter"/>.</summary>
public sealed record FirstMessageOptions : FilterOptions
{
    /// <summary>So many first messages of a member are looked at.</summary>
    public int Messages { get; init; } = 1;

    /// <summary>Only members who joined within this time, so that old hands whom the bot does not know yet are left alone.</summary>
    public TimeSpan JoinedWithin { get; init; } = TimeSpan.FromDays(7);

    /// <summary>A link hits.</summary>
    public bool Links { get; init; } = true;

    /// <summary>An attachment hits.</summary>
    public bool Attachments { get; init; }

    /// <summary>A mention hits.</summary>
    public bool Mentions { get; init; }
}

/// <summary>Hits on what a member's first messages should not bring: links unless told otherwise. With nothing named, on the first messages themselves.</summary>
public sealed class FirstMessageFilter : FilterDefinition<FirstMessageOptions>
{
    private const int MostMessages = 100;

    public override string Id => "first-message";

    public override string Description => "Links, attachments or mentions in a new member's first messages.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("hi all, see https://example.com/offer", true),
        new("hi all, glad to be here", false),
        new("hi all, glad to be here", true, new FirstMessageOptions { Links = false }),
        new("my cat", true, new FirstMessageOptions { Attachments = true }) { Change = message => message with { Attachments = [new MessageAttachment("cat.png", null, "image/png", 1)] } },
        new("my cat", false) { Change = message => message with { Attachments = [new MessageAttachment("cat.png", null, "image/png", 1)] } },
        new("hi <@5>", true, new FirstMessageOptions { Mentions = true }),
        new("https://example.com from an old hand", false) { Change = message => message with { Author = message.Author with { JoinedAt = DateTimeOffset.UnixEpoch } } },
    ];

    protected override OptionSchema<FirstMessageOptions> Options { get; } = new OptionSchema<FirstMessageOptions>()
        .Integer("messages", "So many first messages of a member are looked at.", 1, MostMessages, o => o.Messages, (o, v) => o with { Messages = v })
        .Duration("joined-within", "Only members who joined within this time.", TimeSpan.FromMinutes(1), TimeSpan.FromDays(3_650), o => o.JoinedWithin, (o, v) => o with { JoinedWithin = v })
        .Toggle("links", "A link hits.", o => o.Links, (o, v) => o with { Links = v })
        .Toggle("attachments", "An attachment hits.", o => o.Attachments, (o, v) => o with { Attachments = v })
        .Toggle("mentions", "A mention hits.", o => o.Mentions, (o, v) => o with { Mentions = v });

    protected override ICompiledFilter Compile(FirstMessageOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(FirstMessageOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            ChatMessage message = inspection.Message;
            DateTimeOffset? joined = message.Author.JoinedAt ?? inspection.Member.JoinedAt;
            if (inspection.Member.JudgedMessages >= options.Messages || (joined is { } at && message.At - at > options.JoinedWithin))
                return;
            string which = $"message number {inspection.Member.JudgedMessages + 1} of this member";
            if (!options.Links && !options.Attachments && !options.Mentions)
                hits.Add($"This is {which}.");
            if (options.Attachments && (message.Attachments.Count > 0 || message.Forwards.Any(forward => forward.Attachments.Count > 0)))
                hits.Add($"An attachment in {which}.");
            if (options.Mentions && MentionReader.Any(inspection))
                hits.Add($"A mention in {which}.");
            for (int i = 0; options.Links && i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                if (surface.Links.Count == 0)
                    continue;
                ref readonly Links.Link link = ref surface.Links.All[0];
                hits.Add($"A link to {surface.Links.Host(link)} in {which}.", surface.OriginalEvidence(link.Start, link.Length));
                return;
            }
        }
    }
}
