namespace ModBot.Core.Spam;

/// <summary>A point of a learning curve.</summary>
/// <param name="Examples">How many examples the model was trained on.</param>
/// <param name="Report">How it did on the examples kept apart, the same at every point.</param>
public sealed record LearningPoint(int Examples, EvaluationReport Report);
