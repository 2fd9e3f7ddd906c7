using ModBot.Core.Rules;

namespace ModBot.Storage;

/// <summary>Writes rule sets as documents and reads them again.</summary>
public interface IRuleSetCodec
{
    string Write(RuleSet rules);

    /// <exception cref="FormatException">The document cannot be read; the message says what is wrong.</exception>
    RuleSet Read(string document);
}
