using ModBot.Core.Abuse;
using ModBot.Core.Occurrences;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>The parameters of the abuse filter.</summary>
public sealed record AbuseOptions : FilterOptions
{
    /// <summary>Which finding the rule reports; one rule a category.</summary>
    public AbuseKind Category { get; init; } = AbuseKind.Slur;

    /// <summary>1 to 3: findings below this severity are not reported.</summary>
    public int Severity { get; init; } = 1;
}

/// <summary>Reports one category of abuse: slurs, hate, threats, harassment, self-harm, sexual advances, insults or profanity.</summary>
public sealed class AbuseFilter : FilterDefinition<AbuseOptions>
{
    public override string Id => "abuse";

    public override string Description => "Finds abuse of one category: slurs, hate, threats, harassment, self-harm and more.";

    public override OccurrenceKinds CanWatch => OccurrenceKinds.Texts;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("shut up, you stupid tranny", Hits: true),
        new("he called me a tranny and got banned for it", Hits: false),
        new("the jews control all the banks", Hits: true, new AbuseOptions { Category = AbuseKind.Hate }),
        new("Josephus wrote The Jewish War", Hits: false, new AbuseOptions { Category = AbuseKind.Hate }),
        new("i will find you and break your legs", Hits: true, new AbuseOptions { Category = AbuseKind.Threat }),
        new("was killing Caesar a good idea?", Hits: false, new AbuseOptions { Category = AbuseKind.Threat }),
        new("f*ck you, Kevin", Hits: true, new AbuseOptions { Category = AbuseKind.Harassment }),
        new("fuck, that hurt", Hits: false, new AbuseOptions { Category = AbuseKind.Harassment }),
        new("i want to kill myself", Hits: true, new AbuseOptions { Category = AbuseKind.SelfHarm }),
        new("this homework is killing me", Hits: false, new AbuseOptions { Category = AbuseKind.SelfHarm }),
        new("send me nudes", Hits: true, new AbuseOptions { Category = AbuseKind.Sexual }),
        new("nude is a nice lipstick colour", Hits: false, new AbuseOptions { Category = AbuseKind.Sexual }),
        new("the author is a moron", Hits: true, new AbuseOptions { Category = AbuseKind.Insult }),
        new("the author is from Moronta", Hits: false, new AbuseOptions { Category = AbuseKind.Insult }),
        new("what the hell, this sh!t again", Hits: true, new AbuseOptions { Category = AbuseKind.Profanity }),
        new("class in Scunthorpe, thanks for the assist", Hits: false, new AbuseOptions { Category = AbuseKind.Profanity }),
    ];

    protected override OptionSchema<AbuseOptions> Options { get; } = new OptionSchema<AbuseOptions>()
        .Choice("category", "Which abuse the rule reports; one rule a category", options => options.Category, (options, value) => options with { Category = value })
        .Integer("severity", "Least severity reported: 1 mild, 2 strong, 3 grave", 1, 3, options => options.Severity, (options, value) => options with { Severity = value });

    protected override ICompiledFilter Compile(AbuseOptions options, FilterCompilation compilation) =>
        new Compiled(options.Category.CategoryOf(), options.Severity);

    private sealed class Compiled(Category category, int severity) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            AbuseFinding? finding = inspection.Abuse.Find(category);
            if (finding is null || finding.Severity < severity)
                return;
            hits.Add(new FilterFinding(finding.Reason)
            {
                Category = category,
                Evidence = finding.Evidence,
                Score = finding.Score,
                ByModel = finding.ByModel,

                // Only what is plain may delete: a milder slur has other meanings, and the model alone is no proof.
                AtMost = finding.ByModel || (category == Category.Slur && finding.Severity < 3) ? Disposition.Flag : null,
            });
        }
    }
}
