using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>Options of <see cref="AnyMessageFilter"/>.</summary>
public sealed record AnyMessageOptions : FilterOptions
{
    /// <summary>Leave messages alone that have no text of any kind.</summary>
    public bool WithText { get; init; }

    /// <summary>Only there, threads included: a honeypot that nobody has a reason to write in. Null: wherever the rule looks.</summary>
    public Snowflake? Channel { get; init; }
}

/// <summary>Hits on every message: a honeypot channel, or rules whose conditions say it all.</summary>
public sealed class AnyMessageFilter : FilterDefinition<AnyMessageOptions>
{
    private static readonly Snowflake Trap = new(2);

    public override string Id => "any-message";

    public override string Description => "Every message, or every one in a honeypot channel; the rest is for the rule's conditions to say.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("hello", true),
        new("", true),
        new("hello", true, new AnyMessageOptions { WithText = true }),
        new("", false, new AnyMessageOptions { WithText = true }),
        new("hello", true, new AnyMessageOptions { Channel = Trap }) { Change = message => message with { ChannelId = Trap } },
        new("hello", true, new AnyMessageOptions { Channel = Trap }) { Change = message => message with { ChannelId = new Snowflake(8), ParentChannelId = Trap } },
        new("hello", false, new AnyMessageOptions { Channel = Trap }) { Change = message => message with { ChannelId = new Snowflake(8) } },
    ];

    protected override OptionSchema<AnyMessageOptions> Options { get; } = new OptionSchema<AnyMessageOptions>()
        .Toggle("with-text", "Only messages that have some text.", o => o.WithText, (o, v) => o with { WithText = v })
        .Channel("channel", "Only in this channel, which nobody has a reason to write in.", o => o.Channel, (o, v) => o with { Channel = v });

    protected override ICompiledFilter Compile(AnyMessageOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(AnyMessageOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            if (options.WithText && inspection.Surfaces.Count == 0)
                return;
            if (options.Channel is not { } channel)
                hits.Add("A message in the rule's scope.");
            else if (inspection.Message.ChannelId == channel || inspection.Message.ParentChannelId == channel)
                hits.Add($"A message in <#{channel}>, where nobody has a reason to write.");
        }
    }
}
