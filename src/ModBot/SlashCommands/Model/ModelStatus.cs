using ModBot.Core.Learning;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Learning;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Model;

/// <summary><c>/model status</c>: which model judges, from which scores on, and what has been learned.</summary>
internal sealed class ModelStatus(GuildModels models, GuildRules rules, ReviewReader reviews, ILearningStore store) : ISubCommand
{
    public SubCommand Definition { get; } = new("status", "Which model judges, its thresholds, and what was learned from reviews.", []);

    public GuildPermissions Required => GuildPermissions.ManageMessages;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        ISpamModel model = await models.ForAsync(interaction.GuildId, cancellationToken);
        LearningState state = await store.GetAsync(interaction.GuildId, cancellationToken);
        RuleSet source = await rules.GetSourceAsync(interaction.GuildId, cancellationToken);
        var lines = new List<string> { $"**Model** {CommandReply.Span(model.Version)}, {(ReferenceEquals(model, models.Shipped) ? "shipped" : "this server's own")}." };
        if (SpamRule.Find(source) is { } rule)
        {
            IReadOnlyList<ReviewedScore> reviewed = await reviews.ReadAsync(interaction.GuildId, rule.Name, cancellationToken);
            int spam = reviewed.Count(review => review.IsSpam);
            string by = state.Thresholds == ThresholdMode.Automatic ? "reviews move them" : "set by hand";
            lines.Add($"**Thresholds** of {CommandReply.Span(rule.Name)}: {GuildLearning.Text(SpamRule.ThresholdsOf(rule))} (rules version {source.Version}; {by}).");
            lines.Add($"**Reviews** that count: {spam} upheld, {reviewed.Count - spam} overturned. {(LearningGuard.Refusal(spam, reviewed.Count - spam, "reviewed spam cases") is { } refusal ? $"Nothing is learned yet: {refusal}." : "Enough to learn from.")}");
        }
        else
        {
            lines.Add("This server has no rule of the spam filter: `/rules add filter:spam` makes one.");
        }

        if (state.LastCalibration is { } last)
            lines.Add($"**Last calibration** <t:{last.At.ToUnixTimeSeconds()}:R> from {last.Reviews} reviews: {GuildLearning.Text(last.Before)} → {GuildLearning.Text(last.After)}{(last.RolledBack ? ", taken back" : "")}.");
        lines.Add(await TextsAsync(interaction, state, cancellationToken));
        return CommandReply.Of(string.Join('\n', lines));
    }

    private async Task<string> TextsAsync(Interaction interaction, LearningState state, CancellationToken cancellationToken)
    {
        if (!state.Texts)
            return "**Texts**: nothing is learned from any message. `/model learning` says why and what can be allowed.";
        IReadOnlyList<GuildExample> examples = await store.ListExamplesAsync(interaction.GuildId, cancellationToken);
        string own = state.Model switch
        {
            null => "no model was trained on them yet: `/model calibrate`",
            { RolledBack: true } => "the model trained on them was taken back",
            { } model => FormattableString.Invariant($"a model knows {model.Examples} of them since <t:{model.At.ToUnixTimeSeconds()}:R> (log-loss {model.LossBefore:0.000} → {model.LossAfter:0.000})"),
        };
        return $"**Texts**: {examples.Count} own examples ({examples.Count(example => example.IsSpam)} spam), allowed by <@{state.TextsAllowedBy}>; {own}.";
    }
}
