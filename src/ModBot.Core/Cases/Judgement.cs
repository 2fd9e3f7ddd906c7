using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Cases;

/// <summary>A verdict about a message, ready to be stored.</summary>
public sealed record Judgement
{
    public required MessageKey Key { get; init; }

    public required Snowflake ChannelId { get; init; }

    public required Snowflake AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required DateTimeOffset PostedAt { get; init; }

    public required DateTimeOffset JudgedAt { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The text to keep as evidence; empty for a log verdict, of which no content is kept.</summary>
    public string Content { get; init; } = "";

    /// <summary>The case is for those who may see private matters only.</summary>
    public bool Private { get; init; }

    /// <summary>Null for a case of its own; else cases of one guild with that key within 10 minutes share an incident.</summary>
    public string? IncidentKey { get; init; }

    /// <summary>True where the verdict opens a case: it acts, or shadow kept it from acting.</summary>
    public bool OpensCase => Verdict.IsNotable;
}
