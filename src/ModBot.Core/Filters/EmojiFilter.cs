using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Text;

namespace ModBot.Core.Filters;

/// <summary>Which emoji an <see cref="EmojiFilter"/> counts.</summary>
public enum EmojiKind
{
    All,

    /// <summary>Those of Unicode.</summary>
    Unicode,

    /// <summary>Those of servers.</summary>
    Custom,
}

/// <summary>Options of <see cref="EmojiFilter"/>.</summary>
public sealed record EmojiOptions : FilterOptions
{
    /// <summary>So many emoji in one message hit.</summary>
    public int Count { get; init; } = 20;

    public EmojiKind Kind { get; init; } = EmojiKind.All;
}

/// <summary>Hits on many emoji in one message.</summary>
public sealed class EmojiFilter : FilterDefinition<EmojiOptions>
{
    private const int MostEmoji = 2_000;

    public override string Id => "emoji";

    public override string Description => "Many emoji in one message, Unicode's and servers' own.";

    public override OccurrenceKinds CanWatch => OccurrenceKinds.Texts;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new(string.Concat(Enumerable.Repeat("😂", 20)), true),
        new(string.Concat(Enumerable.Repeat("<:pepe:123456789012345678> ", 20)), true),
        new("👩‍👩‍👧‍👦👍🏽🇩🇪1️⃣❤️", true, new EmojiOptions { Count = 5 }),
        new("👩‍👩‍👧‍👦👍🏽🇩🇪1️⃣❤️", false, new EmojiOptions { Count = 6 }),
        new("😂 <a:dance:123456789012345678>", false, new EmojiOptions { Count = 2, Kind = EmojiKind.Custom }),
        new("😂 😂 <a:dance:123456789012345678>", true, new EmojiOptions { Count = 2, Kind = EmojiKind.Unicode }),
        new("at 10:30:00, see <@123456789012345678> © 2024 ™ 1234 ✓", false, new EmojiOptions { Count = 1 }),
    ];

    protected override OptionSchema<EmojiOptions> Options { get; } = new OptionSchema<EmojiOptions>()
        .Integer("count", "So many emoji in one message hit.", 1, MostEmoji, o => o.Count, (o, v) => o with { Count = v })
        .Choice("kind", "Which emoji count.", o => o.Kind, (o, v) => o with { Kind = v });

    protected override ICompiledFilter Compile(EmojiOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(EmojiOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            int count = 0;
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                if (surface.Kind != SurfaceKind.EmbedUrl)
                    count += Count(surface.Text.Original);
            }

            if (count >= options.Count)
                hits.Add(new FilterFinding($"{count} emoji (limit {options.Count})") { Score = count });
        }

        private int Count(ReadOnlySpan<char> text)
        {
            int count = 0;
            for (int at = 0; at < text.Length;)
            {
                int end = EmojiReader.End(text, at, out bool custom);
                if (end > 0 && (options.Kind == EmojiKind.All || custom == (options.Kind == EmojiKind.Custom)))
                    count++;
                at = Math.Max(end, at + 1);
            }

            return count;
        }
    }
}
