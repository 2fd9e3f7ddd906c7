namespace ModBot.Core.Filters;

/// <summary>Options of <see cref="AnyMessageFilter"/>.</summary>
public sealed record AnyMessageOptions : FilterOptions
{
    /// <summary>Leave messages alone that have no text of any kind.</summary>
    public bool WithText { get; init; }
}

/// <summary>Hits on every message: for rules whose conditions say it all.</summary>
public sealed class AnyMessageFilter : FilterDefinition<AnyMessageOptions>
{
    public override string Id => "any-message";

    public override string Description => "Every message; which ones is for the rule's conditions to say.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("hello", true),
        new("", true),
        new("hello", true, new AnyMessageOptions { WithText = true }),
        new("", false, new AnyMessageOptions { WithText = true }),
    ];

    protected override OptionSchema<AnyMessageOptions> Options { get; } = new OptionSchema<AnyMessageOptions>()
        .Toggle("with-text", "Only messages that have some text.", o => o.WithText, (o, v) => o with { WithText = v });

    protected override ICompiledFilter Compile(AnyMessageOptions options, FilterCompilation compilation) => new Compiled(options.WithText);

    private sealed class Compiled(bool withText) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            if (!withText || inspection.Surfaces.Count > 0)
                hits.Add("A message in the rule's scope.");
        }
    }
}
