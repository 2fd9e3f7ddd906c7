using ModBot.Core.Spam;

namespace ModBot.Core.Tests.Spam;

public sealed class FoldsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Stratified_folds_share_out_both_labels(int folds)
    {
        int[] dealt = Folds.Stratified(SmallCorpus.Examples, folds);
        for (int fold = 0; fold < folds; fold++)
        {
            Assert.Equal(8 / folds, dealt.Where((value, index) => value == fold && SmallCorpus.Examples[index].IsSpam).Count());
            Assert.InRange(dealt.Where((value, index) => value == fold && !SmallCorpus.Examples[index].IsSpam).Count(), 10 / folds, (10 / folds) + 1);
        }
    }

    [Fact]
    public void Stratified_folds_are_the_same_every_time() =>
        Assert.Equal(Folds.Stratified(SmallCorpus.Examples, 3), Folds.Stratified(SmallCorpus.Examples, 3));

    [Fact]
    public void Families_stay_together_and_both_labels_are_spread()
    {
        int[] dealt = Folds.ByFamily(SmallCorpus.Examples, 2);
        foreach (IGrouping<string, int> family in SmallCorpus.Examples.Zip(dealt).GroupBy(pair => pair.First.Family, pair => pair.Second))
            Assert.Single(family.Distinct());
        Assert.Equal([4, 4], new[] { 0, 1 }.Select(fold => dealt.Where((value, index) => value == fold && SmallCorpus.Examples[index].IsSpam).Count()));
    }
}
