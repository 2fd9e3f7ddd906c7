using Discord.Rest;
using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.DiscordNet.Rest;

/// <summary>The names of a guild's roles and channels, over REST.</summary>
internal sealed class NetNames(ClientSource source)
{
    public async Task<(ActionOutcome Outcome, IReadOnlyList<NamedId> Names)> ReadAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        List<NamedId> names = [];
        ActionOutcome outcome = await Calls.TryAsync(
            async () =>
            {
                RestGuild server = await source.Client.Rest.GetGuildAsync(guild.Value, Calls.Options(cancellationToken));
                names.AddRange(server.Roles.Select(role => new NamedId(NamedKind.Role, new Snowflake(role.Id), role.Name ?? "")));
                foreach (RestGuildChannel channel in await server.GetChannelsAsync(Calls.Options(cancellationToken)))
                    names.Add(new NamedId(NamedKind.Channel, new Snowflake(channel.Id), channel.Name ?? ""));
            },
            cancellationToken);
        return (outcome, outcome.IsDone ? names : []);
    }
}
