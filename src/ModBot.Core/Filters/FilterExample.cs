using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters;

/// <summary>A message on which a filter, with its defaults unless <paramref name="Options"/> says otherwise, must hit or must not. The contract test runs them; the docs show them.</summary>
/// <param name="Text">The content.</param>
/// <param name="Hits">Whether the filter must hit.</param>
/// <param name="Options">Null for the defaults.</param>
public sealed record FilterExample(string Text, bool Hits, FilterOptions? Options = null)
{
    /// <summary>What the same author posted before, a tenth of a second apart, the last one a tenth of a second ago.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>What happened before, whoever did it, made from the example's message; nothing for null.</summary>
    public Func<ChatMessage, IEnumerable<Occurrence>>? Earlier { get; init; }

    /// <summary>What happens instead of the message, made from it; the message itself for null.</summary>
    public Func<ChatMessage, Occurrence>? Instead { get; init; }

    /// <summary>What is known of the author; nothing by default.</summary>
    public MemberFacts Member { get; init; } = MemberFacts.Unknown;

    /// <summary>Adds to the message what text cannot say (attachments, mentions …); null where the text is all.</summary>
    public Func<ChatMessage, ChatMessage>? Change { get; init; }
}
