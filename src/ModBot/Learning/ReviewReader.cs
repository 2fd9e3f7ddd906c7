using ModBot.Core.Cases;
using ModBot.Core.Learning;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Search;

namespace ModBot.Learning;

/// <summary>Reads what moderators decided about the spam rule's cases.</summary>
internal sealed class ReviewReader(ICaseSearch search)
{
    /// <summary>The newest so many of each verdict.</summary>
    private const int MostOfEach = 500;

    /// <summary>Scores and verdicts, oldest review first.</summary>
    public async Task<IReadOnlyList<ReviewedScore>> ReadAsync(Snowflake guild, string rule, CancellationToken cancellationToken)
    {
        var cases = new List<ModerationCase>();
        foreach (ReviewState review in (ReviewState[])[ReviewState.Upheld, ReviewState.Overturned])
        {
            CaseCursor? from = null;
            for (int left = MostOfEach; left > 0;)
            {
                CasePage page = await search.FindAsync(
                    new CaseSearchQuery { Filter = new CaseFilter { GuildId = guild, Rule = rule, Review = review }, From = from, Limit = Math.Min(left, CaseSearchQuery.MaximumLimit) }, cancellationToken);
                cases.AddRange(page.Cases);
                left -= page.Cases.Count;
                from = page.Next;
                if (from is null)
                    break;
            }
        }

        return ReviewedScores.Of(cases, rule);
    }

    /// <summary>True where there are enough reviews that reading them may teach something.</summary>
    public async Task<bool> HasEnoughAsync(Snowflake guild, string rule, CancellationToken cancellationToken)
    {
        long upheld = await CountAsync(guild, rule, ReviewState.Upheld, cancellationToken);
        long overturned = await CountAsync(guild, rule, ReviewState.Overturned, cancellationToken);
        return upheld + overturned >= Math.Min(LearningGuard.MinimumLabels, LearningGuard.ReviewsToJudge);
    }

    private Task<long> CountAsync(Snowflake guild, string rule, ReviewState review, CancellationToken cancellationToken) =>
        search.CountAsync(new CaseFilter { GuildId = guild, Rule = rule, Review = review }, LearningGuard.MinimumLabels, cancellationToken);
}
