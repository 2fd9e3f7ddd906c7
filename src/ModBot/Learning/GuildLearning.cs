using Microsoft.Extensions.Logging;
using ModBot.Core.Learning;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.Learning;

/// <summary>Learns from what a guild allows: thresholds from reviews, a model from its administrators' own examples. Takes back what does worse.</summary>
internal sealed partial class GuildLearning(
    GuildRules rules, GuildModels models, GuildTrainer trainer, ReviewReader reviews, ILearningStore store, TimeProvider time, ILogger<GuildLearning> logger) : IDisposable
{
    /// <summary>Trainings take a core for seconds: one at a time leaves the other to moderation.</summary>
    private readonly SemaphoreSlim training = new(1, 1);

    /// <summary>Who changes rules when nobody asked for it.</summary>
    public static readonly MessageAuthor ByItself = new() { Id = default, Username = "ModBot" };

    /// <summary>Learns what there is to learn.</summary>
    /// <param name="guild">The guild.</param>
    /// <param name="author">Who asked, or <see cref="ByItself"/>: then thresholds that administrators set by hand stay, and no model is trained.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was done, one sentence each.</returns>
    public async Task<IReadOnlyList<string>> LearnAsync(Snowflake guild, MessageAuthor author, CancellationToken cancellationToken)
    {
        bool asked = author.Id != default;
        LearningState state = await store.GetAsync(guild, cancellationToken);
        if (SpamRule.Find(await rules.GetSourceAsync(guild, cancellationToken)) is not { } rule)
            return ["This server has no rule of the spam filter: `/rules add filter:spam` makes one."];
        if (!asked && !await reviews.HasEnoughAsync(guild, rule.Name, cancellationToken))
            return [];
        IReadOnlyList<ReviewedScore> reviewed = await reviews.ReadAsync(guild, rule.Name, cancellationToken);
        var done = new List<string>();
        if (asked || state.Thresholds == ThresholdMode.Automatic)
            done.Add(await LearnThresholdsAsync(guild, author, state, SpamRule.ThresholdsOf(rule), reviewed, cancellationToken));
        if (await TakeModelBackAsync(guild, state, reviewed, cancellationToken) is { } back)
            done.Add(back);
        else if (asked && state.Texts)
            done.Add(await TrainAsync(guild, state, cancellationToken));
        return done;
    }

    public void Dispose() => training.Dispose();

    /// <summary>Turns learning from texts on or off. Off erases the examples and the guild's own model.</summary>
    /// <returns>How many examples were erased.</returns>
    public async Task<int> AllowTextsAsync(Snowflake guild, Snowflake administrator, bool allowed, CancellationToken cancellationToken)
    {
        await store.ChangeAsync(
            guild,
            state => allowed ? state with { Texts = true, TextsAllowedBy = state.TextsAllowedBy ?? administrator } : state with { Texts = false, TextsAllowedBy = null, Model = null },
            cancellationToken);
        if (allowed)
            return 0;
        models.Set(guild, own: null);
        return await store.EraseAsync(guild, cancellationToken);
    }

    private async Task<string> LearnThresholdsAsync(
        Snowflake guild, MessageAuthor author, LearningState state, SpamThresholds current, IReadOnlyList<ReviewedScore> reviewed, CancellationToken cancellationToken)
    {
        if (state.LastCalibration is { RolledBack: false } last && last.After == current)
        {
            ReviewedScore[] since = [.. reviewed.Where(review => review.At > last.At)];
            if (LearningGuard.MustRollBack(last.Before, last.After, since))
                return await TakeThresholdsBackAsync(guild, author, last, since.Length, cancellationToken);
        }

        // After a rollback the same reviews would propose the same again.
        if (state.LastCalibration is { RolledBack: true } failed && reviewed.Count(review => review.At > failed.At) < LearningGuard.MinimumLabels)
            return $"The last calibration was taken back; {LearningGuard.MinimumLabels} reviews after it are needed for another.";
        ThresholdProposal proposal = ThresholdLearning.Propose(current, reviewed);
        if (proposal.Thresholds is not { } better)
            return proposal.Reason;
        if (await rules.ChangeAsync(guild, author, $"calibrated spam thresholds from {reviewed.Count} reviews: {Text(current)} → {Text(better)}", source => Replace(source, current, better), cancellationToken) is not { } changed)
            return "Somebody changed the thresholds meanwhile; they stay.";
        await store.ChangeAsync(
            guild,
            newest => newest with { Thresholds = ThresholdMode.Automatic, LastCalibration = new ThresholdChange(current, better, reviewed.Count, changed.Version, time.GetUtcNow()) },
            cancellationToken);
        LogCalibrated(guild, current, better, reviewed.Count);
        return $"Thresholds: {Text(current)} → **{Text(better)}** (rules version {changed.Version}). {proposal.Reason}";
    }

    private async Task<string> TakeThresholdsBackAsync(Snowflake guild, MessageAuthor author, ThresholdChange last, int since, CancellationToken cancellationToken)
    {
        RuleSet? changed = await rules.ChangeAsync(guild, author, $"took calibrated spam thresholds back: {Text(last.After)} → {Text(last.Before)}", source => Replace(source, last.After, last.Before), cancellationToken);
        await store.ChangeAsync(guild, newest => newest with { LastCalibration = last with { RolledBack = true, At = time.GetUtcNow() } }, cancellationToken);
        LogTakenBack(guild, last.After, last.Before, since);
        return $"The last calibration did worse on the {since} reviews after it and is taken back: {Text(last.Before)}{(changed is null ? "" : $" (rules version {changed.Version})")}.";
    }

    private async Task<string?> TakeModelBackAsync(Snowflake guild, LearningState state, IReadOnlyList<ReviewedScore> reviewed, CancellationToken cancellationToken)
    {
        if (state is not { HasOwnModel: true, Model: { } adopted }
            || !LearningGuard.MustRollBack([.. reviewed.Where(review => review.At <= adopted.At)], [.. reviewed.Where(review => review.At > adopted.At)]))
        {
            return null;
        }

        await store.ChangeAsync(guild, newest => newest.Model is { } model ? newest with { Model = model with { RolledBack = true } } : newest, cancellationToken);
        models.Set(guild, own: null);
        LogModelTakenBack(guild, adopted.Version);
        return "Since the server's own model judges, clearly more of its cases were overturned: the shipped model judges again.";
    }

    private async Task<string> TrainAsync(Snowflake guild, LearningState state, CancellationToken cancellationToken)
    {
        IReadOnlyList<GuildExample> examples = await store.ListExamplesAsync(guild, cancellationToken);
        if (state is { HasOwnModel: true, Model: { } adopted } && adopted.Examples == examples.DistinctBy(example => example.Text, StringComparer.Ordinal).Count() && examples.All(example => example.At <= adopted.At))
            return $"The server's own model knows all {examples.Count} examples.";
        await training.WaitAsync(cancellationToken);
        try
        {
            TextLearningResult result = await Task.Run(() => TextLearning.Train(trainer.Trainer, models.Shipped, trainer.ReadSeeds(), examples, cancellationToken), cancellationToken);
            if (result.Model is not { } model)
                return result.Reason;
            using var artifact = new MemoryStream();
            model.Save(artifact);
            await store.SaveModelAsync(guild, artifact.ToArray(), cancellationToken);
            var adoption = new ModelAdoption(model.Version, result.Examples, result.LossBefore, result.LossAfter, time.GetUtcNow());
            LearningState stored = await store.ChangeAsync(guild, newest => newest.Texts ? newest with { Model = adoption } : newest, cancellationToken);
            models.Set(guild, stored.HasOwnModel ? model : null);
            LogTrained(guild, model.Version, result.Examples);
            return $"The server's own model judges from now on. {result.Reason}";
        }
        finally
        {
            training.Release();
        }
    }

    /// <summary>Null where somebody set others meanwhile.</summary>
    private static RuleSet? Replace(RuleSet source, SpamThresholds expected, SpamThresholds next) =>
        SpamRule.Find(source) is { } rule && SpamRule.ThresholdsOf(rule) == expected ? SpamRule.With(source, next) : null;

    /// <summary>Thresholds for people.</summary>
    public static string Text(SpamThresholds thresholds) => FormattableString.Invariant($"flag {thresholds.Flag:0.0##}, delete {thresholds.Delete:0.0##}");

    [LoggerMessage(2061, LogLevel.Information, "Guild {Guild}: spam thresholds {Before} → {After} from {Reviews} reviews")]
    private partial void LogCalibrated(Snowflake guild, SpamThresholds before, SpamThresholds after, int reviews);

    [LoggerMessage(2062, LogLevel.Warning, "Guild {Guild}: spam thresholds taken back, {After} → {Before}, after {Reviews} reviews")]
    private partial void LogTakenBack(Snowflake guild, SpamThresholds after, SpamThresholds before, int reviews);

    [LoggerMessage(2063, LogLevel.Warning, "Guild {Guild}: its own model {Model} was taken back")]
    private partial void LogModelTakenBack(Snowflake guild, string model);

    [LoggerMessage(2064, LogLevel.Information, "Guild {Guild}: its own model {Model} learned from {Examples} examples")]
    private partial void LogTrained(Snowflake guild, string model, int examples);
}
