using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord.State;

namespace ModBot.Discord.Rest;

/// <summary>What a member may do: their roles asked of Discord at every call, what the roles allow from the guild's state.</summary>
internal sealed class MemberAccessReader(RestClient rest, GuildDirectory guilds, TimeProvider time) : IMemberAccess
{
    public async Task<MemberAccess?> FindAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken)
    {
        if (guilds.Find(guild.Value) is null)
            return null;
        RestReply reply = await rest.SendAsync(RestRequest.Get(RestRoute.Member(guild, user)), cancellationToken);
        if (reply.Status == 404)
            return MemberAccess.None;
        // Read again: the answer may have taken a while, and roles may have changed meanwhile.
        return reply.IsSuccess && guilds.Find(guild.Value) is { } state ? Read(reply.Body, state, user) : null;
    }

    private MemberAccess? Read(byte[] body, GuildState guild, Snowflake user)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            JsonElement member = document.RootElement;
            Snowflake[] roles = member.TryGetProperty("roles", out JsonElement list) && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Where(role => role.ValueKind == JsonValueKind.String).Select(role => Snowflake.TryParse(role.GetString(), null, out Snowflake id) ? id : default)]
                : [];
            GuildPermissions permissions = PermissionMath.InGuild(guild, user.Value, roles);
            bool timedOut = permissions != PermissionMath.All
                && member.TryGetProperty("communication_disabled_until", out JsonElement until)
                && until.ValueKind == JsonValueKind.String
                && (!until.TryGetDateTimeOffset(out DateTimeOffset end) || end > time.GetUtcNow());
            return new MemberAccess(IsMember: true, timedOut ? permissions & MemberAccess.WhileTimedOut : permissions);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
