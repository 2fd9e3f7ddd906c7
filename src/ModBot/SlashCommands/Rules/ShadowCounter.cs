using System.Collections.Immutable;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Verdicts;

namespace ModBot.SlashCommands.Rules;

/// <summary>Counts a rule's shadow hits in the newest cases, whichever rule led them. Evidence that has expired tells nothing.</summary>
internal sealed class ShadowCounter(IModerationLog log)
{
    private const int Page = 200;
    private const int MostCases = 4_000;
    private const int MostSamples = 5;
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public async Task<ShadowCount> CountAsync(Snowflake guild, string rule, CancellationToken cancellationToken)
    {
        var hits = new SortedDictionary<Disposition, int>();
        var authors = new Dictionary<Snowflake, bool>();
        var overlaps = new Dictionary<string, int>(StringComparer.Ordinal);
        var samples = new List<long>();
        DateTimeOffset? since = null;
        int alone = 0;
        long? before = null;
        for (int seen = 0; seen < MostCases; seen += Page)
        {
            IReadOnlyList<ModerationCase> page = await log.ListCasesAsync(new CaseQuery { GuildId = guild, Limit = Page, Before = before, IncludePrivate = true }, cancellationToken);
            foreach (ModerationCase found in page)
            {
                if (found.Evidence is null)
                    continue;
                since = found.PostedAt;
                Hit[] own = [.. found.Evidence.Hits.Where(hit => hit.Rule == rule && hit.Shadow)];
                if (own.Length == 0)
                    continue;
                Disposition harshest = own.Max(hit => hit.Disposition);
                hits[harshest] = hits.GetValueOrDefault(harshest) + 1;
                authors[found.AuthorId] = authors.GetValueOrDefault(found.AuthorId) || found.PostedAt - found.AuthorId.Timestamp >= Year;
                if (samples.Count < MostSamples && !found.Private)
                    samples.Add(found.Number);
                string[] others = [.. found.Evidence.Hits.Where(hit => hit.Rule != rule && !hit.Shadow && hit.Disposition > Disposition.Log).Select(hit => hit.Rule).Distinct()];
                alone += others.Length == 0 ? 1 : 0;
                foreach (string other in others)
                    overlaps[other] = overlaps.GetValueOrDefault(other) + 1;
            }

            if (page.Count < Page)
                break;
            before = page[^1].Number;
        }

        return new ShadowCount(
            hits.ToImmutableSortedDictionary(), authors.Count, authors.Values.Count(old => old), [.. overlaps.OrderByDescending(pair => pair.Value).Select(pair => (pair.Key, pair.Value))], alone, since, [.. samples]);
    }
}
