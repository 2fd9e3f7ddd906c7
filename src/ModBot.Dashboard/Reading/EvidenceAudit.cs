using ModBot.Core.Audit;
using ModBot.Core.Cases;
using ModBot.Core.Ports;
using ModBot.Dashboard.Access;

namespace ModBot.Dashboard.Reading;

/// <summary>Writes down who is about to be shown members' messages, before they are.</summary>
internal sealed class EvidenceAudit(IAuditTrail trail, TimeProvider time)
{
    /// <param name="visit">Who looks.</param>
    /// <param name="cases">What will be shown; those without evidence do not count.</param>
    /// <param name="where">On which page.</param>
    /// <param name="cancellationToken">Gives up; nothing may be shown then.</param>
    public Task NoteAsync(GuildVisit visit, IEnumerable<ModerationCase> cases, string where, CancellationToken cancellationToken)
    {
        long[] numbers = [.. cases.Where(shown => shown.Evidence is not null).Select(shown => shown.Number).Order()];
        return numbers.Length == 0
            ? Task.CompletedTask
            : AddAsync(visit, AuditKind.EvidenceViewed, $"{(numbers.Length == 1 ? "case" : "cases")} {Ranges(numbers)}", where, cancellationToken);
    }

    public Task AddAsync(GuildVisit visit, AuditKind kind, string subject, string detail, CancellationToken cancellationToken) => trail.AddAsync(
        new AuditEntry { GuildId = visit.GuildId, ActorId = visit.Viewer.Id, ActorName = visit.Viewer.Name, Kind = kind, Subject = subject, Detail = detail, At = time.GetUtcNow() },
        cancellationToken);

    /// <summary>1, 2, 3, 7 as "1–3, 7".</summary>
    internal static string Ranges(long[] sorted)
    {
        var parts = new List<string>();
        for (int i = 0; i < sorted.Length;)
        {
            int last = i;
            while (last + 1 < sorted.Length && sorted[last + 1] == sorted[last] + 1)
                last++;
            parts.Add(last == i ? $"{sorted[i]}" : $"{sorted[i]}–{sorted[last]}");
            i = last + 1;
        }

        return string.Join(", ", parts);
    }
}
