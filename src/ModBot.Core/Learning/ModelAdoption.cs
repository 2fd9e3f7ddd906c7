namespace ModBot.Core.Learning;

/// <summary>A guild's own model, trained on the seeds and its administrators' examples.</summary>
/// <param name="Version">The model's.</param>
/// <param name="Examples">How many examples it learned from.</param>
/// <param name="LossBefore">Mean log-loss of the shipped model on the examples.</param>
/// <param name="LossAfter">That of models of its kind on examples that each had not seen.</param>
/// <param name="At">Since when it judges.</param>
/// <param name="RolledBack">True once the shipped model was put back.</param>
public sealed record ModelAdoption(string Version, int Examples, double LossBefore, double LossAfter, DateTimeOffset At, bool RolledBack = false);
