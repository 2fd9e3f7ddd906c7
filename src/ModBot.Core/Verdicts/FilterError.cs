namespace ModBot.Core.Verdicts;

/// <summary>A filter that threw. The verdict goes on without it, but the model alone may then not delete.</summary>
public sealed record FilterError(string Rule, string Filter, string Message);
