namespace ModBot.Core.Filters.History;

/// <summary>By what contents are known again.</summary>
public enum ContentKind
{
    /// <summary>A fingerprint: near-identical texts count as one.</summary>
    Text,

    /// <summary>Domain and path.</summary>
    Link,

    /// <summary>Names and sizes.</summary>
    Files,
}
