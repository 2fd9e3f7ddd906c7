using ModBot.Core.Actions;
using ModBot.Core.Rules;

namespace ModBot.Core.Verdicts;

/// <summary>
/// Merges what hits ask for into what is done: overlapping actions become their harsher one, strikes of different rules add up
/// (a rule's count once, however often it hit), and of timeout, kick, softban and ban the hardest remains.
/// </summary>
internal static class ActionPlan
{
    private static readonly DeleteAction Delete = new();
    private static readonly DeleteRelatedAction DeleteRelated = new();
    private static readonly FlagAction Flag = new();

    /// <summary>Plans the actions in the order of doing.</summary>
    /// <param name="rules">The rules that hit.</param>
    /// <param name="hits">Their hits, mitigated.</param>
    /// <param name="disposition">What becomes of the message.</param>
    /// <param name="isMessage">False for what else happened: there is nothing to delete, only the rules' further actions are left.</param>
    /// <param name="withShadow">Count the rules in shadow as if they acted.</param>
    public static IReadOnlyList<RuleAction> For(CompiledRuleSet rules, Hit[] hits, Disposition disposition, bool isMessage, bool withShadow)
    {
        var actions = new List<RuleAction>();
        if (disposition == Disposition.Flag)
            actions.Add(Flag);
        else if (disposition == Disposition.Delete && isMessage)
            actions.Add(Delete);
        for (int i = 0; i < hits.Length; i++)
        {
            Hit hit = hits[i];
            if (hit.Shadow && !withShadow)
                continue;
            if (hit.Disposition == Disposition.Delete && hit.Related.Count > 0)
                Add(actions, DeleteRelated);
            Rule rule = rules.Source.Find(hit.Rule)!;
            if (hit.Disposition < rule.Verdict || IsRepeated(hits, i) || (!rules.State.Trips.IsEmpty && rules.TripOf(hit.Rule) is not null))
                continue;
            bool mayPunish = !rule.Private && hit.Category != Category.SelfHarm;
            foreach (RuleAction action in rule.Then)
            {
                if (mayPunish || !action.Punishes)
                    Add(actions, action);
            }
        }

        if (actions.Count < 2)
            return actions;
        int hardest = actions.Max(action => action.Hardness);
        return [.. actions.Where(action => action.Hardness == 0 || action.Hardness == hardest).OrderBy(action => action.Kind)];
    }

    /// <summary>True where the hit deletes or punishes.</summary>
    public static bool IsHarsh(Rule rule, Hit hit) =>
        hit.Disposition == Disposition.Delete || (hit.Disposition >= rule.Verdict && rule.Then.Any(action => action.Punishes || action.Kind is ActionKind.DeleteRecent or ActionKind.DeleteRelated));

    /// <summary>True where the same rule asked for the same before.</summary>
    private static bool IsRepeated(Hit[] hits, int index)
    {
        for (int i = 0; i < index; i++)
        {
            if (hits[i].Rule == hits[index].Rule && hits[i].Shadow == hits[index].Shadow && hits[i].Disposition == hits[index].Disposition)
                return true;
        }

        return false;
    }

    private static void Add(List<RuleAction> actions, RuleAction action)
    {
        int same = actions.FindIndex(action.Overlaps);
        if (same < 0)
            actions.Add(action);
        else
            actions[same] = actions[same].Merge(action);
    }
}
