using ModBot.Core.Cases;
using ModBot.Core.Messages;

namespace ModBot.Core.Ports;

/// <summary>Moderators' notes on cases.</summary>
public interface ICaseNotes
{
    /// <returns>False where there is no such case.</returns>
    /// <exception cref="ArgumentException">The note is empty or too long.</exception>
    Task<bool> AddAsync(Snowflake guild, long number, CaseNote note, CancellationToken cancellationToken);

    /// <summary>A case's notes, oldest first, at most 500.</summary>
    Task<IReadOnlyList<CaseNote>> ListAsync(Snowflake guild, long number, CancellationToken cancellationToken);
}
