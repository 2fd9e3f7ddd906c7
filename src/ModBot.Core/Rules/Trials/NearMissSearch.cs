using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;

namespace ModBot.Core.Rules.Trials;

/// <summary>
/// Finds what about a rule's options would have had to differ for a hit, by trying: it knows the options' kinds and bounds and
/// no filter. Texts and lists are not tried. Numbers are taken to hit ever more easily in one direction, as thresholds do.
/// </summary>
internal sealed class NearMissSearch(RuleEditor editor, Func<Rule, bool> hits)
{
    private const int Steps = 24;

    /// <summary>One for each option that alone would do.</summary>
    public ImmutableArray<NearMiss> Find(Rule rule, FilterDefinition filter)
    {
        ImmutableArray<NearMiss>.Builder found = ImmutableArray.CreateBuilder<NearMiss>();
        foreach (RuleField field in RuleFields.Of(filter).Where(field => field.IsOption))
        {
            JsonNode? now = editor.Get(rule, field);
            if (Needed(rule, field, now) is { } needed)
                found.Add(new NearMiss(field.Name, Shown(now), Shown(needed)));
        }

        return found.ToImmutable();
    }

    private JsonNode? Needed(Rule rule, RuleField field, JsonNode? now) => (field.Spec, now) switch
    {
        ({ Kind: OptionKind.Toggle }, JsonValue flag) => Tried(rule, field, JsonValue.Create(!flag.GetValue<bool>())),
        ({ Kind: OptionKind.Choice } spec, not null) => spec.Choices.Where(choice => choice != now.GetValue<string>()).Select(choice => Tried(rule, field, JsonValue.Create(choice))).FirstOrDefault(node => node is not null),
        ({ Kind: OptionKind.Integer } spec, not null) => Nearest(rule, field, spec, now.GetValue<int>(), value => JsonValue.Create((int)Math.Round(value)), whole: true),
        ({ Kind: OptionKind.Number } spec, not null) => Nearest(rule, field, spec, now.GetValue<double>(), value => JsonValue.Create(Math.Round(value, 2)), whole: false),
        ({ Kind: OptionKind.Duration } spec, not null) when DurationText.TryParse(now.GetValue<string>(), out TimeSpan duration) =>
            Nearest(rule, field, spec, duration.TotalSeconds, value => JsonValue.Create(DurationText.Write(TimeSpan.FromSeconds(Math.Round(value)))), whole: true),
        _ => null,
    };

    /// <summary>The value nearest to the present one that hits, below it or above it.</summary>
    private JsonNode? Nearest(Rule rule, RuleField field, OptionSpec spec, double now, Func<double, JsonValue> write, bool whole)
    {
        foreach (double end in (double[])[spec.Minimum, spec.Maximum])
        {
            if (Tried(rule, field, write(end)) is not { } best)
                continue;
            double near = now;
            double far = end;
            double least = whole ? 1 : 0.01;
            for (int step = 0; step < Steps && Math.Abs(far - near) > least; step++)
            {
                double middle = whole ? Math.Round((near + far) / 2, MidpointRounding.ToZero) : (near + far) / 2;
                if (Tried(rule, field, write(middle)) is { } closer)
                    (far, best) = (middle, closer);
                else
                    near = middle;
            }

            return best;
        }

        return null;
    }

    /// <summary>The value where the rule can be made with it and hits; null where not.</summary>
    private JsonNode? Tried(Rule rule, RuleField field, JsonNode value) =>
        editor.Set(rule, [(field, value)], []) is { } changed && hits(changed) ? value : null;

    private static string Shown(JsonNode? value) => value is JsonValue text && text.TryGetValue(out string? word) ? word : value is null ? "none" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
