using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Statistics;
using ModBot.Dashboard.Access;
using ModBot.Dashboard.Pages;

namespace ModBot.Dashboard.Serving;

/// <summary>The rules, to read.</summary>
internal static class RuleRoutes
{
    private const int MostVersions = 50;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan TallySpan = TimeSpan.FromDays(365);

    public static void Map(RouteGroupBuilder guild) => guild.MapGet("/rules", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, FrameSource frames, IRuleSetStore rules, RuleSetJson json, ICaseStatistics statistics, TimeProvider time)
    {
        var visit = GuildVisit.Of(http);
        RuleSet newest = (await rules.GetAsync(visit.GuildId, http.RequestAborted))?.Rules ?? DefaultRuleSet.Create();
        int? asked = Number(http.Request.Query["version"]), from = Number(http.Request.Query["from"]);
        RuleSet? shown = asked is null || asked == newest.Version ? newest : await FindAsync(rules, visit.GuildId, asked.Value, http.RequestAborted);
        if (shown is null)
            return Refusal.Missing($"There is no version {asked} of this server's rules.");
        RuleSet? before = from is { } number ? await FindAsync(rules, visit.GuildId, number, http.RequestAborted) : null;
        DateTimeOffset now = time.GetUtcNow();
        IReadOnlyList<RuleTally> tallies = await statistics.TallyRulesAsync(new CaseRange(visit.GuildId, now - TallySpan, now.AddMinutes(1)), http.RequestAborted);
        return View.Of<RulesPage>(new RulesModel
        {
            Frame = await frames.OfGuildAsync(http, "Rules", Tab.Rules),
            Rules = shown,
            IsNewest = shown.Version == newest.Version,
            Documents = shown.Rules.ToDictionary(rule => rule.Name, rule => json.WriteRule(rule).ToJsonString(Indented), StringComparer.Ordinal),
            Tallies = tallies.ToDictionary(tally => tally.Rule, StringComparer.Ordinal),
            History = await rules.ListAsync(visit.GuildId, MostVersions, http.RequestAborted),
            Changes = before is null ? [] : new RuleSetDiff(json).Between(before, shown),
            ComparedTo = before?.Version,
        });
    }

    /// <summary>A stored version, or the rules that ModBot starts with.</summary>
    private static async Task<RuleSet?> FindAsync(IRuleSetStore rules, Snowflake guild, int version, CancellationToken cancellationToken)
    {
        if (await rules.FindAsync(guild, version, cancellationToken) is { } stored)
            return stored.Rules;
        RuleSet standard = DefaultRuleSet.Create();
        return version == standard.Version ? standard : null;
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
