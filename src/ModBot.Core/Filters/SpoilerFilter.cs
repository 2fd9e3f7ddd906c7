using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>Options of <see cref="SpoilerFilter"/>.</summary>
public sealed record SpoilerOptions : FilterOptions
{
    /// <summary>So many spoilers in one message hit.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Attachments marked as spoilers count too.</summary>
    public bool Attachments { get; init; } = true;
}

/// <summary>Hits on texts and attachments hidden behind a spoiler.</summary>
public sealed class SpoilerFilter : FilterDefinition<SpoilerOptions>
{
    /// <summary>How Discord's clients mark a file.</summary>
    private const string FilePrefix = "SPOILER_";

    private const int MostSpoilers = 500;

    public override string Id => "spoilers";

    public override string Description => "Text or attachments hidden behind a spoiler.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("the butler ||did it||", true),
        new("||a||||b|| ||c||", true, new SpoilerOptions { Count = 3 }),
        new("if (a || b) return;", false),
        new("`a || b || c`", false),
        new("||a|| ||b||", false, new SpoilerOptions { Count = 3 }),
        new("look", true) { Change = message => message with { Attachments = [new MessageAttachment("SPOILER_end.png", null, "image/png", 1)] } },
        new("look", false) { Change = message => message with { Attachments = [new MessageAttachment("end.png", null, "image/png", 1)] } },
    ];

    protected override OptionSchema<SpoilerOptions> Options { get; } = new OptionSchema<SpoilerOptions>()
        .Integer("count", "So many spoilers in one message hit.", 1, MostSpoilers, o => o.Count, (o, v) => o with { Count = v })
        .Toggle("attachments", "Attachments marked as spoilers count too.", o => o.Attachments, (o, v) => o with { Attachments = v });

    protected override ICompiledFilter Compile(SpoilerOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(SpoilerOptions options) : ICompiledFilter
    {
        private const int MostEvidence = 10;

        public void Inspect(Inspection inspection, HitSink hits)
        {
            int count = 0;
            List<Evidence>? evidence = null;
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                if (surface.Kind is SurfaceKind.AttachmentName or SurfaceKind.ForwardAttachment)
                {
                    if (!options.Attachments || !surface.Text.Original.StartsWith(FilePrefix, StringComparison.Ordinal))
                        continue;
                    count++;
                    (evidence ??= []).Add(surface.OriginalEvidence(0, surface.Text.Original.Length));
                    continue;
                }

                Count(surface, ref count, ref evidence);
            }

            if (count >= options.Count)
                hits.Add(new FilterFinding($"{count} {(count == 1 ? "spoiler" : "spoilers")} (limit {options.Count})") { Score = count, Evidence = evidence ?? [] });
        }

        private static void Count(SurfaceView surface, ref int count, ref List<Evidence>? evidence)
        {
            ReadOnlySpan<char> text = surface.Text.Original;
            int open = -1;
            for (int at = text.IndexOfAny('|', '`'); at >= 0 && at < text.Length; at++)
            {
                if (text[at] == '`')
                {
                    at = CodeEnd(text, at);
                    continue;
                }

                if (!text[at..].StartsWith("||"))
                    continue;
                if (open >= 0 && at > open + 2)
                {
                    count++;
                    if ((evidence ??= []).Count < MostEvidence)
                        evidence.Add(surface.OriginalEvidence(open, at + 2 - open));
                    open = -1;
                }
                else
                {
                    open = at;
                }

                at++;
            }
        }

        /// <summary>The last character of the code that a backtick opens; the backtick where it opens none.</summary>
        private static int CodeEnd(ReadOnlySpan<char> text, int at)
        {
            int ticks = text[at..].IndexOfAnyExcept('`') is var length and >= 0 ? length : text.Length - at;
            int close = text[(at + ticks)..].IndexOf(text.Slice(at, ticks), StringComparison.Ordinal);
            return close < 0 ? at + ticks - 1 : at + ticks + close + ticks - 1;
        }
    }
}
