using ModBot.Core.Rules;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Keeps a rule set's version alone: what the store needs to be tried without any filter.</summary>
public sealed class RuleNamesCodec : IRuleSetCodec
{
    public string Write(RuleSet rules) => $"v{rules.Version}";

    public RuleSet Read(string document) =>
        document.StartsWith('v') ? new RuleSet(int.Parse(document.AsSpan(1)), []) : throw new FormatException("no version");
}
