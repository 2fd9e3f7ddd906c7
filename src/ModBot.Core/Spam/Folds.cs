namespace ModBot.Core.Spam;

/// <summary>Deals examples out to folds. The same examples in the same order are always dealt out alike.</summary>
internal static class Folds
{
    /// <summary>Each fold gets the same share of each label, within one example. The order is shuffled by a fixed sequence first.</summary>
    /// <returns>For each example its fold, 0 to <paramref name="folds"/> - 1.</returns>
    public static int[] Stratified(IReadOnlyList<LabelledText> examples, int folds)
    {
        var order = new int[examples.Count];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        FixedShuffle.Shuffle<int>(order, 0xD1B54A32D192ED03);
        var dealt = new int[examples.Count];
        int next = 0;
        foreach (int i in order.OrderBy(index => examples[index].IsSpam).ThenBy(index => examples[index].Categories.Bits))
            dealt[i] = next++ % folds;
        return dealt;
    }

    /// <summary>Keeps every family in one fold, the folds about equally large in spam and in ham.</summary>
    /// <returns>For each example its fold, 0 to <paramref name="folds"/> - 1.</returns>
    public static int[] ByFamily(IReadOnlyList<LabelledText> examples, int folds)
    {
        var loads = new (int Spam, int Ham)[folds];
        var foldOf = new Dictionary<string, int>(StringComparer.Ordinal);
        IOrderedEnumerable<(string Family, int Spam, int Ham)> families = examples
            .GroupBy(example => example.Family, StringComparer.Ordinal)
            .Select(family => (Family: family.Key, Spam: family.Count(example => example.IsSpam), Ham: family.Count(example => !example.IsSpam)))
            .OrderByDescending(family => family.Spam + family.Ham)
            .ThenBy(family => family.Family, StringComparer.Ordinal);
        foreach ((string family, int spam, int ham) in families)
        {
            int lightest = 0;
            for (int fold = 1; fold < folds; fold++)
            {
                int current = spam > ham ? loads[fold].Spam : loads[fold].Ham;
                int least = spam > ham ? loads[lightest].Spam : loads[lightest].Ham;
                if (current < least)
                    lightest = fold;
            }

            loads[lightest] = (loads[lightest].Spam + spam, loads[lightest].Ham + ham);
            foldOf[family] = lightest;
        }

        return [.. examples.Select(example => foldOf[example.Family])];
    }
}
