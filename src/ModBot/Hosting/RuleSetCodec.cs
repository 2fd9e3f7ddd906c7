using ModBot.Core.Filters;
using ModBot.Core.Rules;
using ModBot.Storage;

namespace ModBot.Hosting;

/// <summary>Lets the store keep rule sets as the documents that people see.</summary>
internal sealed class RuleSetCodec(FilterRegistry registry) : IRuleSetCodec
{
    private readonly RuleSetJson json = new(registry);

    public string Write(RuleSet rules) => json.Write(rules);

    public RuleSet Read(string document)
    {
        var faults = new List<OptionFault>();
        return json.Read(document, faults) ?? throw new FormatException(string.Join("; ", faults));
    }
}
