using ModBot.Core.Filters;

namespace ModBot.Moderation;

/// <summary>What filters look things up in, as it is now.</summary>
internal sealed class JudgingResources(DomainListFiles lists, InviteDirectory invites)
{
    private volatile FilterResources last = new(lists.Current, invites);

    public FilterResources Current
    {
        get
        {
            FilterResources known = last;
            return known.Domains == lists.Current ? known : last = known with { Domains = lists.Current };
        }
    }

    /// <summary>Asks where invites lead; true where looking again is worth it.</summary>
    public Task<bool> ResolveAsync(IReadOnlyList<string> invitesAsked, CancellationToken cancellationToken) => invites.ResolveAsync(invitesAsked, cancellationToken);
}
