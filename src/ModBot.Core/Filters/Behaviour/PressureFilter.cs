using System.Globalization;
using ModBot.Core.Filters.History;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters.Behaviour;

/// <summary>Adds up how much an author pushes at everyone, letting go with time, and trips above a threshold.</summary>
public sealed class PressureFilter : FilterDefinition<PressureOptions>
{
    private static readonly OptionSchema<PressureOptions> Schemas = new OptionSchema<PressureOptions>()
        .Number("threshold", "The pressure that hits.", 1, 10_000, options => options.Threshold, (options, value) => options with { Threshold = value })
        .Number("decay", "Pressure a second that falls off.", 0.1, 1_000, options => options.Decay, (options, value) => options with { Decay = value })
        .Number("base", "For each message.", 0, 1_000, options => options.Base, (options, value) => options with { Base = value })
        .Number("image", "For each attachment, link and embed.", 0, 1_000, options => options.Image, (options, value) => options with { Image = value })
        .Number("character", "For each character.", 0, 100, options => options.Character, (options, value) => options with { Character = value })
        .Number("line", "For each line after the first.", 0, 1_000, options => options.Line, (options, value) => options with { Line = value })
        .Number("ping", "For each mention.", 0, 1_000, options => options.Ping, (options, value) => options with { Ping = value })
        .Number("repeat", "For a message like the author's one before.", 0, 1_000, options => options.Repeat, (options, value) => options with { Repeat = value })
        .Number("unusual", "For each character that no living script writes with.", 0, 100, options => options.Unusual, (options, value) => options with { Unusual = value });

    public override string Id => "pressure";

    public override string Description => "A score of everything an author pushes at the chat, falling with time.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("buy it", Hits: true) { Before = ["buy it", "buy it", "buy it"] },
        new("and then he said", Hits: false) { Before = ["so I went there", "it was closed", "of course"] },
        new("https://a.example https://b.example https://c.example https://d.example https://e.example https://f.example https://g.example", Hits: true),
        new("https://a.example https://b.example", Hits: false),
    ];

    protected override OptionSchema<PressureOptions> Options => Schemas;

    protected override ICompiledFilter Compile(PressureOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(PressureOptions options) : ICompiledFilter
    {
        /// <summary>Pressure above so many thresholds does not grow, so that what is older than its fall cannot matter.</summary>
        private const int Ceiling = 10;

        public HistoryNeed Need { get; } = new(HistoryPart.Authors, TimeSpan.FromSeconds(Math.Clamp(Math.Ceiling(options.Threshold * Ceiling / options.Decay), 1, BehaviourHistory.LongestWindow.TotalSeconds)));

        public void Inspect(Inspection inspection, HitSink hits)
        {
            ChatMessage message = inspection.Message;
            if (message.IsEdit)
                return;
            double before = 0;
            long last = 0;
            ulong content = 0;
            foreach (ref readonly TrailEntry entry in inspection.History.Messages(message.Author.Id, Need.Window, message.At))
            {
                before = Add(Fall(before, last, entry.At), Of(entry.Measure, IsRepeat(entry.Content, content)));
                (last, content) = (entry.At, entry.Content);
            }

            before = Fall(before, last, message.At.ToUnixTimeMilliseconds());
            ref readonly MessageTrace trace = ref inspection.Trace;
            bool repeats = IsRepeat(trace.Content, content);
            double pressure = Add(before, Of(trace.Measure, repeats));
            if (pressure >= options.Threshold)
                hits.Add(new FilterFinding(Explain(before, pressure, trace.Measure, repeats)) { Score = Math.Round(pressure, 2), IncidentKey = $"pressure:{message.Author.Id}" });
        }

        private double Fall(double pressure, long from, long until) => Math.Max(0, pressure - (options.Decay * Math.Max(0, until - from) / 1_000));

        private double Add(double pressure, double more) => Math.Min(pressure + more, options.Threshold * Ceiling);

        private double Of(in MessageMeasure measure, bool repeats) =>
            options.Base + (options.Image * Images(measure)) + (options.Character * measure.Characters) + (options.Line * MoreLines(measure))
            + (options.Ping * Pings(measure)) + (options.Unusual * measure.Unusual) + (repeats ? options.Repeat : 0);

        private static bool IsRepeat(ulong content, ulong before) => content != 0 && content == before;

        private static int Images(in MessageMeasure measure) => measure.Attachments + Math.Max(measure.Links, measure.Embeds);

        private static int MoreLines(in MessageMeasure measure) => Math.Max(0, measure.Lines - 1);

        private static int Pings(in MessageMeasure measure) => measure.UserMentions + measure.RoleMentions;

        private string Explain(double before, double pressure, in MessageMeasure measure, bool repeats)
        {
            var terms = new List<string>();
            Term("before", before);
            Term("base", options.Base);
            Term($"{Images(measure)} images and links", options.Image * Images(measure));
            Term($"{measure.Characters} characters", options.Character * measure.Characters);
            Term($"{MoreLines(measure)} more lines", options.Line * MoreLines(measure));
            Term($"{Pings(measure)} pings", options.Ping * Pings(measure));
            Term("repeated", repeats ? options.Repeat : 0);
            Term($"{measure.Unusual} unusual characters", options.Unusual * measure.Unusual);
            return string.Create(CultureInfo.InvariantCulture, $"pressure {pressure:0.##} ≥ {options.Threshold:0.##}: {string.Join(" + ", terms)}");

            void Term(string name, double value)
            {
                if (value > 0)
                    terms.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.##}"));
            }
        }
    }
}
