using ModBot.Core.Learning;
using ModBot.Core.Ports;

namespace ModBot.Storage.Tests.Contract;

/// <summary>What a guild allows to be learned, and what was, is the guild's own.</summary>
public abstract class LearningContract(StoreFactory factory) : StoreContract(factory)
{
    private ILearningStore Learning => Store.Get<ILearningStore>();

    [StoreFact]
    public async Task At_first_thresholds_follow_reviews_and_no_text_is_learned_from()
    {
        LearningState state = await Learning.GetAsync(Sample.Guild, default);
        Assert.Equal((ThresholdMode.Automatic, false, false), (state.Thresholds, state.Texts, state.HasOwnModel));
        Assert.Empty(await Learning.ListExamplesAsync(Sample.Guild, default));
        Assert.Null(await Learning.FindModelAsync(Sample.Guild, default));
    }

    [StoreFact]
    public async Task A_state_is_kept_whole_for_that_guild_alone()
    {
        var state = new LearningState
        {
            Thresholds = ThresholdMode.Manual,
            Texts = true,
            TextsAllowedBy = Sample.Author,
            LastCalibration = new ThresholdChange(new(0.6, 0.9), new(0.71, 0.95), 64, 7, Sample.Noon, RolledBack: true),
            Model = new ModelAdoption("built-in-2-guild", 40, 0.61, 0.2, Sample.Noon.AddHours(1)),
        };
        Assert.Equal(state, await Learning.ChangeAsync(Sample.Guild, _ => state, default));
        await ReopenAsync();
        Assert.Equal(state, await Learning.GetAsync(Sample.Guild, default));
        Assert.Equal(LearningState.Default, await Learning.GetAsync(Sample.OtherGuild, default));
    }

    [StoreFact]
    public async Task Changes_at_once_each_see_the_others()
    {
        Task[] changes =
        [
            .. Enumerable.Range(0, 8).Select(_ => Learning.ChangeAsync(
                Sample.Guild,
                state => state with { LastCalibration = new ThresholdChange(new(0.6, 0.9), new(0.6, 0.9), (state.LastCalibration?.Reviews ?? 0) + 1, 1, Sample.Noon) },
                default)),
        ];
        await Task.WhenAll(changes);
        Assert.Equal(8, (await Learning.GetAsync(Sample.Guild, default)).LastCalibration?.Reviews);
    }

    [StoreFact]
    public async Task Examples_are_listed_oldest_first_removed_one_by_one_and_erased_together()
    {
        long first = (await Learning.AddExampleAsync(Sample.Guild, Example("zorbit crystals, whisper me ✨", spam: true), default))!.Value;
        await Learning.AddExampleAsync(Sample.Guild, Example("who has the homework", spam: false), default);
        await Learning.AddExampleAsync(Sample.OtherGuild, Example("elsewhere", spam: false), default);
        await Learning.SaveModelAsync(Sample.Guild, new byte[] { 1, 2, 3 }, default);
        await ReopenAsync();
        IReadOnlyList<GuildExample> examples = await Learning.ListExamplesAsync(Sample.Guild, default);
        Assert.Equal([("zorbit crystals, whisper me ✨", true), ("who has the homework", false)], examples.Select(example => (example.Text, example.IsSpam)));
        Assert.Equal(Example(examples[0].Text, spam: true) with { Id = first }, examples[0]);
        Assert.False(await Learning.RemoveExampleAsync(Sample.OtherGuild, first, default));
        Assert.True(await Learning.RemoveExampleAsync(Sample.Guild, first, default));
        Assert.False(await Learning.RemoveExampleAsync(Sample.Guild, first, default));
        Assert.Equal([1, 2, 3], (await Learning.FindModelAsync(Sample.Guild, default))!);
        Assert.Equal(1, await Learning.EraseAsync(Sample.Guild, default));
        Assert.Empty(await Learning.ListExamplesAsync(Sample.Guild, default));
        Assert.Null(await Learning.FindModelAsync(Sample.Guild, default));
        Assert.Single(await Learning.ListExamplesAsync(Sample.OtherGuild, default));
    }

    [StoreFact]
    public async Task The_later_model_replaces_the_earlier()
    {
        await Learning.SaveModelAsync(Sample.Guild, new byte[] { 1 }, default);
        await Learning.SaveModelAsync(Sample.Guild, new byte[] { 2, 0, 255 }, default);
        Assert.Equal([2, 0, 255], (await Learning.FindModelAsync(Sample.Guild, default))!);
    }

    [StoreFact]
    public async Task Examples_are_bounded_in_length_and_number()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Learning.AddExampleAsync(Sample.Guild, Example(" ", spam: true), default));
        await Assert.ThrowsAsync<ArgumentException>(() => Learning.AddExampleAsync(Sample.Guild, Example(new string('x', GuildExample.LongestText + 1), spam: true), default));
        for (int i = 0; i < GuildExample.Most; i++)
            Assert.NotNull(await Learning.AddExampleAsync(Sample.Guild, Example($"example {i}", spam: true), default));
        Assert.Null(await Learning.AddExampleAsync(Sample.Guild, Example("one too many", spam: true), default));
        Assert.NotNull(await Learning.AddExampleAsync(Sample.OtherGuild, Example("another guild's", spam: true), default));
    }

    private static GuildExample Example(string text, bool spam) => new() { Text = text, IsSpam = spam, AddedBy = Sample.Author, At = Sample.Noon };
}
