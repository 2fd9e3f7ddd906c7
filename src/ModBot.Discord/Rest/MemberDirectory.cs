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

/// <summary>Asks for memberships, one by one or by the list, and remembers the last few thousand for ten minutes.</summary>
internal sealed class MemberDirectory(RestClient rest, TimeProvider time) : IMemberships
{
    private const int Generation = 2048;

    /// <summary>Discord's greatest page of the member list.</summary>
    private const int PageSize = 1_000;

    /// <summary>Fewer unknown users than this are asked for one by one.</summary>
    private const int WorthListing = 4;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private Dictionary<(Snowflake Guild, Snowflake User), (Membership Membership, long At)> _young = [];
    private Dictionary<(Snowflake Guild, Snowflake User), (Membership Membership, long At)> _old = [];

    /// <summary>
    /// Learns the memberships of many users by reading the member list, for as long as that takes fewer calls than asking for
    /// each: a page of messages by a hundred authors would else wait minutes for a rate limit. Where the list is not to be
    /// had, nothing is learnt, and <see cref="FindAsync"/> asks.
    /// </summary>
    public async Task LearnAsync(Snowflake guild, IEnumerable<Snowflake> users, CancellationToken cancellationToken)
    {
        var wanted = new SortedSet<Snowflake>(users.Where(user => user.Value != 0 && Known(guild, user) is null));
        int calls = wanted.Count / 2;
        while (wanted.Count >= WorthListing && calls-- > 0)
        {
            RestReply reply = await rest.SendAsync(RestRequest.Get(RestRoute.MembersAfter(guild, new Snowflake(wanted.Min.Value - 1), PageSize)), cancellationToken);
            if (!reply.IsSuccess || ReadList(reply.Body) is not { Count: > 0 } page)
                return;
            foreach ((Snowflake user, Membership membership) in page)
            {
                if (wanted.Remove(user))
                    Remember(guild, user, membership);
            }

            // Who would stand within the page and does not is no member (any more).
            Snowflake last = page.Count < PageSize ? new Snowflake(ulong.MaxValue) : page.Max(member => member.User);
            foreach (Snowflake gone in wanted.TakeWhile(user => user <= last).ToList())
            {
                wanted.Remove(gone);
                Remember(guild, gone, Membership.None);
            }
        }
    }

    /// <summary>Null where Discord could not be asked.</summary>
    public async Task<Membership?> FindAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken)
    {
        if (Known(guild, user) is { } known)
            return known;
        RestReply reply = await rest.SendAsync(RestRequest.Get(RestRoute.Member(guild, user)), cancellationToken);
        Membership? found = reply.IsSuccess ? Read(reply.Body) : reply.Status == 404 ? Membership.None : null;
        if (found is not null)
            Remember(guild, user, found);
        return found;
    }

    private Membership? Known(Snowflake guild, Snowflake user)
    {
        lock (_lock)
        {
            bool isKnown = _young.TryGetValue((guild, user), out (Membership Membership, long At) known) || _old.TryGetValue((guild, user), out known);
            return isKnown && time.GetElapsedTime(known.At) < Fresh ? known.Membership : null;
        }
    }

    private void Remember(Snowflake guild, Snowflake user, Membership membership)
    {
        lock (_lock)
        {
            if (_young.Count >= Generation)
                (_old, _young) = (_young, []);
            _young[(guild, user)] = (membership, time.GetTimestamp());
        }
    }

    private static List<(Snowflake User, Membership Membership)>? ReadList(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 128 });
            List<(Snowflake, Membership)> members = [];
            List<Snowflake> scratch = [];
            if (!reader.Read() || !reader.EntersArray())
                return null;
            while (reader.NextItem())
            {
                var fields = default(AuthorFields);
                fields.ReadMember(ref reader, scratch);
                if (fields.Id != 0)
                    members.Add((new Snowflake(fields.Id), new Membership(fields.Roles ?? [], fields.JoinedAt, fields.Nickname)));
            }

            return members;
        }
        catch (JsonException)
        {
            return null;
        }
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
