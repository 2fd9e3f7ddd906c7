using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Learning;

/// <summary>Trains a guild's own model: on the seeds, and its administrators' examples as one more family of them.</summary>
public static class TextLearning
{
    /// <summary>The family of the guild's examples.</summary>
    public const string Family = "own-examples";

    private const int Folds = 3;
    private const double Edge = 1e-4;

    /// <summary>On the seeds the model may lose this share of its log-loss: what was learned must not push out what was known.</summary>
    private const double SeedSlack = 0.1;

    /// <summary>Trains, and measures on examples held out in turn whether the result does better than the shipped model. Takes seconds.</summary>
    /// <param name="trainer">The trainer of the shipped model, without a prior.</param>
    /// <param name="shipped">The shipped model.</param>
    /// <param name="seeds">What the shipped model was trained on.</param>
    /// <param name="examples">The guild's examples.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static TextLearningResult Train(
        ISpamModelTrainer trainer, ISpamModel shipped, IReadOnlyList<LabelledText> seeds, IReadOnlyList<GuildExample> examples, CancellationToken cancellationToken)
    {
        LabelledText[] own =
        [
            .. examples.DistinctBy(example => example.Text, StringComparer.Ordinal)
                .Select(example => new LabelledText(example.Text, example.IsSpam, CategorySet.Empty, Family, HasAbuseLabels: false)),
        ];
        int spam = own.Count(example => example.IsSpam);
        if (LearningGuard.Refusal(spam, own.Length - spam, "different examples") is { } refusal)
            return TextLearningResult.Refused($"No model of your own is trained yet: {refusal}.");
        double before = LossOf(shipped, own, cancellationToken);
        double after = HeldOutLoss(trainer, seeds, own, cancellationToken);
        if (after >= before)
            return TextLearningResult.Refused($"The shipped model stays: on examples held out it does better (log-loss {before:0.000} against {after:0.000}).");
        if (after >= GuessingLoss((double)spam / own.Length))
            return TextLearningResult.Refused($"The shipped model stays: what the examples have in common does not tell those held out apart (log-loss {after:0.000}).");
        ISpamModel model = trainer.Train([.. seeds, .. own], "guild", cancellationToken);
        if (LossOf(model, seeds, cancellationToken) > LossOf(shipped, seeds, cancellationToken) * (1 + SeedSlack))
            return TextLearningResult.Refused("The shipped model stays: with these examples the model would forget what it knows.");
        return new TextLearningResult(model, $"Trained on {own.Length} examples; on those held out the log-loss fell from {before:0.000} to {after:0.000}.", before, after, own.Length);
    }

    private static double HeldOutLoss(ISpamModelTrainer trainer, IReadOnlyList<LabelledText> seeds, LabelledText[] own, CancellationToken cancellationToken)
    {
        int[] folds = Spam.Folds.Stratified(own, Folds);
        double sum = 0;
        for (int fold = 0; fold < Folds; fold++)
        {
            LabelledText[] kept = [.. own.Where((_, index) => folds[index] != fold)];
            LabelledText[] heldOut = [.. own.Where((_, index) => folds[index] == fold)];
            sum += heldOut.Length * LossOf(trainer.Train([.. seeds, .. kept], $"guild-{fold}", cancellationToken), heldOut, cancellationToken);
        }

        return sum / own.Length;
    }

    private static double LossOf(ISpamModel model, IReadOnlyList<LabelledText> texts, CancellationToken cancellationToken) =>
        Evaluation.Measure(model, texts, cancellationToken).Answers.Average(answer => -Math.Log(Math.Clamp(answer.IsSpam ? answer.Score : 1 - answer.Score, Edge, 1)));

    /// <summary>The log-loss of always naming the share of spam.</summary>
    private static double GuessingLoss(double share) => -(share * Math.Log(share)) - ((1 - share) * Math.Log(1 - share));
}
