using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Discord.Parsing;

namespace ModBot.Discord.Rest;

/// <summary>What the message's own payload says of its author on the gateway, and REST leaves out.</summary>
internal sealed record Membership(Snowflake[] Roles, DateTimeOffset? JoinedAt, string? Nickname)
{
    /// <summary>Of someone who is no member (any more).</summary>
    public static readonly Membership None = new([], null, null);
}

/// <summary>Asks for memberships one by one, and remembers the last few thousand for ten minutes.</summary>
internal sealed class MemberDirectory(RestClient rest, TimeProvider time)
{
    private const int Generation = 2048;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private Dictionary<(Snowflake Guild, Snowflake User), (Membership Membership, long At)> _young = [];
    private Dictionary<(Snowflake Guild, Snowflake User), (Membership Membership, long At)> _old = [];

    /// <summary>Null where Discord could not be asked.</summary>
    public async Task<Membership?> FindAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if ((_young.TryGetValue((guild, user), out (Membership Membership, long At) known) || _old.TryGetValue((guild, user), out known))
                && time.GetElapsedTime(known.At) < Fresh)
            {
                return known.Membership;
            }
        }

        RestReply reply = await rest.SendAsync(RestRequest.Get(RestRoute.Member(guild, user)), cancellationToken);
        Membership? found = reply.IsSuccess ? Read(reply.Body) : reply.Status == 404 ? Membership.None : null;
        if (found is null)
            return null;
        lock (_lock)
        {
            if (_young.Count >= Generation)
                (_old, _young) = (_young, []);
            _young[(guild, user)] = (found, time.GetTimestamp());
        }

        return found;
    }

    private static Membership? Read(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            reader.Read();
            var fields = default(AuthorFields);
            fields.ReadMember(ref reader, []);
            return new Membership(fields.Roles ?? [], fields.JoinedAt, fields.Nickname);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
