using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.Discord.Rest;

/// <summary>The names of roles and channels. Asked for when somebody needs them: kept for every guild they would fill memory.</summary>
internal sealed class NameCalls(RestClient rest)
{
    public async Task<(ActionOutcome Outcome, IReadOnlyList<NamedId> Names)> ReadAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        RestReply roles = await rest.SendAsync(RestRequest.Get(RestRoute.Roles(guild)), cancellationToken);
        if (!roles.IsSuccess)
            return (roles.ToOutcome(), []);
        RestReply channels = await rest.SendAsync(RestRequest.Get(RestRoute.GuildChannels(guild)), cancellationToken);
        if (!channels.IsSuccess)
            return (channels.ToOutcome(), []);
        if (ReplyJson.Read(roles.Body, ReplyJson.Default.RoleReplyArray) is not { } roleList || ReplyJson.Read(channels.Body, ReplyJson.Default.ChannelReplyArray) is not { } channelList)
            return (new ActionOutcome(OutcomeKind.Unavailable, "Discord's answer could not be read."), []);
        return (ActionOutcome.Done,
        [
            .. roleList.Select(role => new NamedId(NamedKind.Role, role.Id, role.Name ?? "")),
            .. channelList.Select(channel => new NamedId(NamedKind.Channel, channel.Id, channel.Name ?? "")),
        ]);
    }
}
