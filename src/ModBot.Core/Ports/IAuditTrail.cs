using ModBot.Core.Audit;

namespace ModBot.Core.Ports;

/// <summary>Who looked at or took out what. Entries are added and never changed.</summary>
public interface IAuditTrail
{
    /// <summary>Adds an entry; what it is about is done only after this has returned.</summary>
    Task AddAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <exception cref="ArgumentOutOfRangeException">The limit is not within 1..200.</exception>
    Task<IReadOnlyList<AuditEntry>> ListAsync(AuditQuery query, CancellationToken cancellationToken);
}
