using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Search;

/// <summary>Which cases of a guild are looked for; what is null or empty does not narrow. All of it must hold.</summary>
public sealed record CaseFilter
{
    /// <summary>UTF-16 units of <see cref="Words"/>; more is refused.</summary>
    public const int MaximumWords = 200;

    public required Snowflake GuildId { get; init; }

    public Snowflake? AuthorId { get; init; }

    /// <summary>The author's whole name as it was when the case was opened; case, accents and look-alikes do not matter.</summary>
    public string? AuthorName { get; init; }

    /// <summary>Somebody who reviewed the case.</summary>
    public Snowflake? ReviewerId { get; init; }

    /// <summary>The leading hit's rule.</summary>
    public string? Rule { get; init; }

    /// <summary>What became of the message; <see cref="Verdicts.Disposition.Log"/> finds cases that shadow kept from acting.</summary>
    public Disposition? Disposition { get; init; }

    public Category? Category { get; init; }

    /// <summary>A host that the message linked to, or the domain that was registered for it; e.g. <c>example.com</c> finds <c>a.example.com</c>.</summary>
    public string? Domain { get; init; }

    public ReviewState? Review { get; init; }

    /// <summary>Opened at that moment or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Opened before that moment.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only cases of this incident.</summary>
    public long? Incident { get; init; }

    /// <summary>Every word of it stands in the evidence, the author's name, a review's reason or a note. Whole words, folded.</summary>
    public string Words { get; init; } = "";

    /// <summary>Private cases too. Default false.</summary>
    public bool IncludePrivate { get; init; }
}
