using System.Collections.Immutable;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>Options of <see cref="StickerFilter"/>.</summary>
public sealed record StickerOptions : FilterOptions
{
    /// <summary>So many stickers in one message hit. Discord allows three.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Only stickers of these names count; none named means all. At most 200; case does not matter.</summary>
    public ImmutableArray<string> Names { get; init; } = [];
}

/// <summary>Hits on stickers.</summary>
public sealed class StickerFilter : FilterDefinition<StickerOptions>
{
    private const int MostNames = 200;

    /// <summary>Discord's limit for a sticker's name.</summary>
    private const int LongestName = 30;

    public override string Id => "stickers";

    public override string Description => "Stickers, all or by name.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("", true) { Change = message => message with { StickerNames = ["Wave"] } },
        new("", true, new StickerOptions { Names = ["wave"] }) { Change = message => message with { StickerNames = ["Hello", "Wave"] } },
        new("", false, new StickerOptions { Names = ["wave"] }) { Change = message => message with { StickerNames = ["Hello"] } },
        new("", false, new StickerOptions { Count = 2 }) { Change = message => message with { StickerNames = ["Wave"] } },
        new("a sticker would be nice", false),
    ];

    protected override OptionSchema<StickerOptions> Options { get; } = new OptionSchema<StickerOptions>()
        .Integer("count", "So many stickers in one message hit.", 1, 3, o => o.Count, (o, v) => o with { Count = v })
        .TextList("names", "Only stickers of these names count; none named means all.", MostNames, LongestName, o => o.Names, (o, v) => o with { Names = v });

    protected override ICompiledFilter Compile(StickerOptions options, FilterCompilation compilation) =>
        new Compiled(options.Count, options.Names.Select(name => name.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase));

    private sealed class Compiled(int limit, HashSet<string> names) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            if (inspection.Message.StickerNames.Count < limit)
                return;
            int count = 0;
            List<Evidence>? evidence = null;
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                if (surface.Kind != SurfaceKind.Sticker || (names.Count > 0 && !names.Contains(surface.Text.Original.Trim())))
                    continue;
                count++;
                (evidence ??= []).Add(surface.OriginalEvidence(0, surface.Text.Original.Length));
            }

            if (count >= limit)
                hits.Add(new FilterFinding($"{count} {(count == 1 ? "sticker" : "stickers")} (limit {limit})") { Score = count, Evidence = evidence ?? [] });
        }
    }
}
