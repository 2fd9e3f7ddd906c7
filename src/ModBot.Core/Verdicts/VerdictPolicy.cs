using ModBot.Core.Filters;
using ModBot.Core.Guilds;
using ModBot.Core.Rules;

namespace ModBot.Core.Verdicts;

/// <summary>Weighs hits into a verdict: the harshest wins, standing and faults protect, shadow and mode hold back.</summary>
public static class VerdictPolicy
{
    internal static Verdict Decide(
        Inspection inspection, CompiledRuleSet rules, string modelVersion, List<Hit> hits, List<FilterError> errors, List<string> exemptions)
    {
        bool standing = inspection.Member.HasStanding(inspection.Occurrence.At);
        float spam = inspection.Scores.Spam;
        if (hits.Count == 0 && errors.Count == 0)
        {
            return new Verdict
            {
                Disposition = Disposition.Log,
                Intended = Disposition.Log,
                Spam = spam,
                Categories = CategorySet.Empty,
                Hits = [],
                Exemptions = exemptions.Count == 0 ? [] : [.. exemptions],
                RuleSetVersion = rules.Source.Version,
                ModelVersion = modelVersion,
                Standing = standing,
            };
        }

        var mitigations = new List<string>();
        Hit[] weighed = [.. hits.Select(hit => HoldBack(Mitigate(hit, standing, errors.Count > 0, mitigations), rules, mitigations)).OrderByDescending(hit => hit.Disposition)];
        CategorySet categories = CategorySet.Empty;
        Disposition acting = Disposition.Log;
        Disposition intended = Disposition.Log;
        foreach (Hit hit in weighed)
        {
            categories = categories.With(hit.Category);
            intended = Max(intended, hit.Disposition);
            if (!hit.Shadow)
                acting = Max(acting, hit.Disposition);
        }

        bool guildInShadow = rules.Mode != RuleMode.Enforce;
        bool rulesInShadow = Array.Exists(weighed, hit => hit.Shadow);
        Disposition disposition = guildInShadow ? Disposition.Log : acting;
        IReadOnlyList<RuleAction> wanted = ActionPlan.For(rules, weighed, intended, inspection.IsMessage, withShadow: true);
        IReadOnlyList<RuleAction> actions = guildInShadow ? [] : rulesInShadow ? ActionPlan.For(rules, weighed, disposition, inspection.IsMessage, withShadow: false) : wanted;
        if (rules.State.Stop is { } stop && wanted.Count > 0)
            mitigations.Add($"ModBot is paused by {stop.ModeratorName} until {stop.Until:u}: nothing was done.");
        else if (guildInShadow && wanted.Count > 0)
            mitigations.Add($"The server is in {(rules.Mode == RuleMode.Off ? "off" : "shadow")} mode: nothing was done.");
        else if (!guildInShadow && !actions.SequenceEqual(wanted))
            mitigations.Add("A rule in shadow mode asked for more: recorded, not done.");

        return new Verdict
        {
            Disposition = disposition,
            Intended = intended,
            Spam = spam,
            Categories = categories,
            Hits = weighed,
            Errors = [.. errors],
            Actions = actions,
            IntendedActions = wanted,
            IncidentKey = IncidentOf(inspection, weighed, intended),
            Mitigations = mitigations,
            Exemptions = [.. exemptions],
            RuleSetVersion = rules.Source.Version,
            ModelVersion = modelVersion,
            Standing = standing,
        };
    }

    private static Hit Mitigate(Hit hit, bool standing, bool faulty, List<string> mitigations)
    {
        if (hit.Category == Category.SelfHarm && hit.Disposition == Disposition.Delete)
        {
            mitigations.Add($"{hit.Rule}: flagged instead of deleted, because a cry for help is never deleted.");
            return hit with { Disposition = Disposition.Flag };
        }

        if (!hit.ByModel || hit.Disposition != Disposition.Delete || !(standing || faulty))
            return hit;
        string why = standing ? "the author has standing" : "a filter failed";
        mitigations.Add($"{hit.Rule}: flagged instead of deleted, because the model alone asked for it and {why}.");
        return hit with { Disposition = Disposition.Flag };
    }

    /// <summary>What a hit says, else what was removed before with the same content: a raid is one incident from its first message on.</summary>
    private static string? IncidentOf(Inspection inspection, Hit[] hits, Disposition intended)
    {
        foreach (Hit hit in hits)
        {
            if (hit.IncidentKey is { } key && hit.Disposition == intended)
                return key;
        }

        return intended == Disposition.Delete && inspection.IsMessage ? inspection.ContentIncident() : null;
    }

    /// <summary>What a tripped rule would delete or punish is flagged.</summary>
    private static Hit HoldBack(Hit hit, CompiledRuleSet rules, List<string> mitigations)
    {
        if (rules.State.Trips.IsEmpty || rules.TripOf(hit.Rule) is not { } trip || !rules.IsHarsh(hit))
            return hit;
        mitigations.Add($"{hit.Rule}: only flagged, because it hit {trip.Members} members with standing within {StandingHits.Window.TotalMinutes:0} minutes.");
        return hit with { Disposition = Disposition.Flag };
    }

    private static Disposition Max(Disposition left, Disposition right) => left > right ? left : right;
}
