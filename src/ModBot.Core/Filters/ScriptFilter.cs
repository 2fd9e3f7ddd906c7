using System.Collections.Immutable;
using System.Text;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Text;

namespace ModBot.Core.Filters;

/// <summary>Options of <see cref="ScriptFilter"/>.</summary>
public sealed record ScriptOptions : FilterOptions
{
    /// <summary>Scripts that are in their place.</summary>
    public ImmutableArray<WritingScript> Allowed { get; init; } = [WritingScript.Latin];

    /// <summary>Percent of the letters that are of other scripts.</summary>
    public int Percent { get; init; } = 50;

    /// <summary>Messages with fewer letters are left alone.</summary>
    public int Letters { get; init; } = 10;
}

/// <summary>Hits on messages written in another script than the server's.</summary>
public sealed class ScriptFilter : FilterDefinition<ScriptOptions>
{
    public override string Id => "scripts";

    public override string Description => "Messages mostly in another script than the ones allowed.";

    public override OccurrenceKinds CanWatch => OccurrenceKinds.Texts;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("здравствуйте, продаю аккаунт", true),
        new("здравствуйте, продаю аккаунт", false, new ScriptOptions { Allowed = [WritingScript.Latin, WritingScript.Cyrillic] }),
        new("привет!", false),
        new("the word for bread is хлеб in Russian", false),
        new("this channel is in Greek", true, new ScriptOptions { Allowed = [WritingScript.Greek] }),
        new("加入我们的群组立即领取奖励", true),
        new("Ｆｕｌｌ ｗｉｄｔｈ 𝓪𝓷𝓭 𝓼𝓽𝔂𝓵𝓮𝓭", false),
        new("😂😂😂😂😂😂 1234567890 !!!!!!!!", false),
    ];

    protected override OptionSchema<ScriptOptions> Options { get; } = new OptionSchema<ScriptOptions>()
        .ChoiceList("allowed", "Scripts that are in their place.", o => o.Allowed, (o, v) => o with { Allowed = v })
        .Integer("percent", "Percent of the letters that are of other scripts.", 1, 100, o => o.Percent, (o, v) => o with { Percent = v })
        .Integer("letters", "Messages with fewer letters are left alone.", 1, 4_000, o => o.Letters, (o, v) => o with { Letters = v });

    protected override void Check(ScriptOptions options, List<OptionFault> faults)
    {
        if (options.Allowed.IsEmpty)
            faults.Add(new OptionFault("allowed", "must name at least one script"));
    }

    protected override ICompiledFilter Compile(ScriptOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(ScriptOptions options) : ICompiledFilter
    {
        private readonly uint allowed = options.Allowed.Aggregate(0u, (set, script) => set | (1u << (int)script));

        public void Inspect(Inspection inspection, HitSink hits)
        {
            int letters = 0;
            int foreign = 0;
            WritingScript? first = null;
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                if (surface.Kind is SurfaceKind.EmbedUrl or SurfaceKind.AttachmentName or SurfaceKind.ForwardAttachment)
                    continue;
                foreach (Rune rune in surface.Text.Original.EnumerateRunes())
                {
                    if (WritingScripts.Of(rune) is not { } script)
                        continue;
                    letters++;
                    if ((allowed & (1u << (int)script)) != 0)
                        continue;
                    foreign++;
                    first ??= script;
                }
            }

            if (letters < options.Letters || foreign * 100L < (long)letters * options.Percent)
                return;
            int percent = (int)(foreign * 100L / letters);
            hits.Add(new FilterFinding($"{percent} % of {letters} letters are of other scripts, {first} first (limit {options.Percent} %)") { Score = percent });
        }
    }
}
