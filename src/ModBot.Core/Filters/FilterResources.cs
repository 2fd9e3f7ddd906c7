using ModBot.Core.Links;
using ModBot.Core.Ports;

namespace ModBot.Core.Filters;

/// <summary>What filters look things up in besides the message and the rules: values of that moment.</summary>
/// <param name="Domains">The host's lists of domains.</param>
/// <param name="Invites">Where invites lead; null where nobody asks the platform.</param>
public sealed record FilterResources(DomainLists Domains, IInviteDirectory? Invites)
{
    public static readonly FilterResources None = new(DomainLists.Empty, null);
}
