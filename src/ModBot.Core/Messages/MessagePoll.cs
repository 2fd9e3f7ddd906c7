namespace ModBot.Core.Messages;

/// <summary>A poll's question and answers.</summary>
public sealed record MessagePoll(string Question, IReadOnlyList<string> Answers);
