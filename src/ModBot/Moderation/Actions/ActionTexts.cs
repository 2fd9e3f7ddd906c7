using System.Globalization;
using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Members;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;

namespace ModBot.Moderation.Actions;

/// <summary>Fills moderators' texts with what they stand for, made harmless.</summary>
internal sealed class ActionTexts(IStrikeStore strikes, GuildRules rules, GuildDirectory guilds, TimeProvider time)
{
    private const int LongestName = 80;

    public async Task<string> RenderAsync(string template, ModerationCase moderationCase, CancellationToken cancellationToken)
    {
        Snowflake guild = moderationCase.Key.GuildId;
        int points = template.Contains("{strikes}", StringComparison.OrdinalIgnoreCase) ? await PointsAsync(guild, moderationCase.AuthorId, cancellationToken) : 0;
        return MessageTemplate.Render(template, name => name switch
        {
            "user" => $"<@{moderationCase.AuthorId}>",
            "name" => SafeText.Inline(moderationCase.AuthorName, LongestName),
            "channel" => moderationCase.ChannelId == default ? "the server" : $"<#{moderationCase.ChannelId}>",
            "server" => SafeText.Inline(guilds.Find(guild)?.Name ?? "the server", LongestName),
            "rule" => moderationCase.Rule,
            "category" => moderationCase.Categories.ToString(),
            "case" => moderationCase.Number.ToString(CultureInfo.InvariantCulture),
            "strikes" => points.ToString(CultureInfo.InvariantCulture),
            _ => "",
        });
    }

    /// <summary>A member's strike points now.</summary>
    private async Task<int> PointsAsync(Snowflake guild, Snowflake member, CancellationToken cancellationToken) => StrikePolicy.Whole(StrikeTally.PointsAt(
        await strikes.ListAsync(guild, member, cancellationToken), (await rules.GetSourceAsync(guild, cancellationToken)).Strikes, time.GetUtcNow()));
}
