using ModBot.Core.Search;

namespace ModBot.Core.Ports;

/// <summary>Finds cases. What is stored when a search begins is found by it.</summary>
public interface ICaseSearch
{
    /// <summary>A page of cases.</summary>
    /// <exception cref="ArgumentException">A bound of the query is not kept.</exception>
    Task<CasePage> FindAsync(CaseSearchQuery query, CancellationToken cancellationToken);

    /// <summary>A page of incidents that have cases of the kind; an incident of one case is one too. The order is <see cref="CaseOrder.Newest"/> or <see cref="CaseOrder.Oldest"/>.</summary>
    /// <exception cref="ArgumentException">A bound of the query is not kept.</exception>
    Task<IncidentPage> FindIncidentsAsync(CaseSearchQuery query, CancellationToken cancellationToken);

    /// <summary>How many cases there are, counted no further than <paramref name="most"/>.</summary>
    Task<long> CountAsync(CaseFilter filter, long most, CancellationToken cancellationToken);
}
