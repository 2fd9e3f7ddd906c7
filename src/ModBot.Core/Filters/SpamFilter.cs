using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>The parameters of <see cref="SpamFilter"/>: calibrated probabilities, 0..1.</summary>
public sealed record SpamFilterOptions : FilterOptions
{
    /// <summary>From here on the rule's own verdict (by default: delete). On unseen ham chat at most 0.03 % reach it.</summary>
    public double DeleteThreshold { get; init; } = 0.9;

    /// <summary>
    /// From here on the message is flagged at most. On unseen ham chat at most 0.3 % reach it. Members with standing are
    /// flagged from <see cref="DeleteThreshold"/> on.
    /// </summary>
    public double FlagThreshold { get; init; } = 0.6;
}

/// <summary>Asks the model whether the message is spam.</summary>
public sealed class SpamFilter : FilterDefinition<SpamFilterOptions>
{
    private static readonly OptionSchema<SpamFilterOptions> Schemas = new OptionSchema<SpamFilterOptions>()
        .Number("delete-threshold", "Probability of spam from which the rule's verdict applies in full.", 0.5, 1, options => options.DeleteThreshold, (options, value) => options with { DeleteThreshold = value })
        .Number("flag-threshold", "Probability of spam from which the message is flagged.", 0.05, 1, options => options.FlagThreshold, (options, value) => options with { FlagThreshold = value });

    public override string Id => "spam";

    public override string Description => "The spam model's calibrated probability reaches a threshold.";

    public override bool ByModel => true;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("I quit my job and now make $7,000 a month working from home, message me on telegram to start earning today", true),
        new("FREE NITRO for everyone, claim your gift now before it expires: https://dlscord-gifts.xyz/claim", true),
        new("my boss finally lets us work from home two days a month", false),
        new("nitro boosters get a new role colour, staff will hand them out tonight", false),
    ];

    protected override OptionSchema<SpamFilterOptions> Options => Schemas;

    protected override void Check(SpamFilterOptions options, List<OptionFault> faults)
    {
        if (options.FlagThreshold > options.DeleteThreshold)
            faults.Add(new OptionFault("flag-threshold", "must not be above delete-threshold"));
    }

    protected override ICompiledFilter Compile(SpamFilterOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(SpamFilterOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            float spam = inspection.Scores.Spam;
            if (spam < (float)options.FlagThreshold)
                return;
            bool delete = spam >= (float)options.DeleteThreshold;
            if (!delete && inspection.Member.HasStanding(inspection.Message.At))
                return;
            double threshold = delete ? options.DeleteThreshold : options.FlagThreshold;
            hits.Add(new FilterFinding($"spam {Rounded(spam)} ≥ {threshold:0.00##} ({(delete ? "delete" : "flag")})")
            {
                Score = spam,
                AtMost = delete ? null : Disposition.Flag,
            });
        }

        /// <summary>Rounded down, so that a score never seems to reach a threshold that it missed.</summary>
        private static string Rounded(float score) => (MathF.Floor(score * 100) / 100).ToString("0.00");
    }
}
