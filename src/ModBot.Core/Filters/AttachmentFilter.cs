using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>Options of <see cref="AttachmentFilter"/>.</summary>
public sealed record AttachmentOptions : FilterOptions
{
    /// <summary>At least so many attachments hit; 0 with <see cref="AtMost"/> 0 means messages without any.</summary>
    public int AtLeast { get; init; } = 1;

    /// <summary>Messages with more attachments than this are left alone.</summary>
    public int AtMost { get; init; } = AttachmentFilter.MostAttachments;

    /// <summary>Only attachments posted without a word hit.</summary>
    public bool Captionless { get; init; }
}

/// <summary>Hits on messages by the number of their attachments, forwarded ones included.</summary>
public sealed class AttachmentFilter : FilterDefinition<AttachmentOptions>
{
    /// <summary>Discord allows 10 a message; forwards bring theirs along.</summary>
    internal const int MostAttachments = 100;

    private static readonly MessageAttachment Picture = new("cat.png", null, "image/png", 1);

    public override string Id => "attachments";

    public override string Description => "Messages with a number of attachments, or with none.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("look", true) { Change = message => message with { Attachments = [Picture] } },
        new("", true) { Change = message => message with { Forwards = [new ForwardedMessage("", [], [Picture])] } },
        new("no picture here", false),
        new("", true, new AttachmentOptions { Captionless = true }) { Change = message => message with { Attachments = [Picture] } },
        new("my cat", false, new AttachmentOptions { Captionless = true }) { Change = message => message with { Attachments = [Picture] } },
        new("three", false, new AttachmentOptions { AtLeast = 4 }) { Change = message => message with { Attachments = [Picture, Picture, Picture] } },
        new("a picture channel is for pictures", true, new AttachmentOptions { AtLeast = 0, AtMost = 0 }),
        new("my cat", false, new AttachmentOptions { AtLeast = 0, AtMost = 0 }) { Change = message => message with { Attachments = [Picture] } },
    ];

    protected override OptionSchema<AttachmentOptions> Options { get; } = new OptionSchema<AttachmentOptions>()
        .Integer("at-least", "At least so many attachments; 0 with at-most 0 for messages without any.", 0, MostAttachments, o => o.AtLeast, (o, v) => o with { AtLeast = v })
        .Integer("at-most", "At most so many attachments.", 0, MostAttachments, o => o.AtMost, (o, v) => o with { AtMost = v })
        .Toggle("captionless", "Only those posted without a word.", o => o.Captionless, (o, v) => o with { Captionless = v });

    protected override void Check(AttachmentOptions options, List<OptionFault> faults)
    {
        if (options.AtLeast > options.AtMost)
            faults.Add(new OptionFault("at-least", $"must not be above at-most, which is {options.AtMost}"));
    }

    protected override ICompiledFilter Compile(AttachmentOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(AttachmentOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            ChatMessage message = inspection.Message;
            int count = message.Attachments.Count;
            for (int i = 0; i < message.Forwards.Count; i++)
                count += message.Forwards[i].Attachments.Count;
            if (count < options.AtLeast || count > options.AtMost || (options.Captionless && !string.IsNullOrWhiteSpace(message.Content)))
                return;
            string what = count switch { 0 => "No attachment", 1 => "1 attachment", _ => $"{count} attachments" };
            hits.Add(new FilterFinding(options.Captionless ? $"{what} without a word" : what) { Score = count });
        }
    }
}
