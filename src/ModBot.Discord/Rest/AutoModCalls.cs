using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Discord.Rest;

/// <summary>AutoMod's rules over REST.</summary>
internal sealed class AutoModCalls(RestClient rest, PermissionCheck permissions, PermissionProbe probe) : IAutoModeration
{
    private const int UnknownRule = 10066;
    private static readonly ActionOutcome Unreadable = new(OutcomeKind.Unavailable, "Discord's answer named no AutoMod rule.");

    public async Task<(ActionOutcome Outcome, IReadOnlyList<AutoModRule> Rules)> ListAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        (ActionOutcome outcome, byte[] body) = await CallAsync(guild, RestRequest.Get(RestRoute.AutoModRules(guild)), cancellationToken);
        if (!outcome.IsDone)
            return (outcome, []);
        return AutoModJson.ReadList(body) is { } rules ? (outcome, rules) : (Unreadable, []);
    }

    public async Task<(ActionOutcome Outcome, AutoModRule? Rule)> SaveAsync(Snowflake guild, AutoModRule rule, string reason, CancellationToken cancellationToken)
    {
        byte[] body = AutoModJson.Write(rule);
        RestRequest request = rule.Id is { } id
            ? RestRequest.Patch(RestRoute.AutoModRule(guild, id), body, reason)
            : RestRequest.Post(RestRoute.AutoModRules(guild), body, reason) with { ExpectsJson = true, IsOnce = true };
        (ActionOutcome outcome, byte[] answer) = await CallAsync(guild, request, cancellationToken);
        if (!outcome.IsDone)
            return (outcome, null);
        return AutoModJson.ReadOne(answer) is { } saved ? (outcome, saved) : (Unreadable, null);
    }

    public async Task<ActionOutcome> DeleteAsync(Snowflake guild, Snowflake rule, string reason, CancellationToken cancellationToken)
    {
        (ActionOutcome outcome, _) = await CallAsync(guild, RestRequest.Delete(RestRoute.AutoModRule(guild, rule), reason), cancellationToken, UnknownRule);
        return outcome;
    }

    private async Task<(ActionOutcome Outcome, byte[] Body)> CallAsync(Snowflake guild, RestRequest request, CancellationToken cancellationToken, int gone = 0)
    {
        byte[] body = [];
        ActionOutcome outcome = await probe.RunAsync(
            $"{GuildPermissions.ManageGuild}:{guild.Value}",
            permissions.InGuild(guild, GuildPermissions.ManageGuild),
            async () =>
            {
                RestReply reply = await rest.SendAsync(request, cancellationToken);
                body = reply.Body;
                return gone != 0 && reply.Status == 404 && reply.Code == gone ? ActionOutcome.Done : reply.ToOutcome();
            },
            cancellationToken);
        return (outcome, body);
    }
}
