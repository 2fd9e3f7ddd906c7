namespace ModBot.Core.Filters;

/// <summary>A text on which a filter, with its defaults unless <paramref name="Options"/> says otherwise, must hit or must not. The contract test runs them; the docs show them.</summary>
public sealed record FilterExample(string Text, bool Hits, FilterOptions? Options = null);
