using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ModBot.Core.Occurrences;

/// <summary>Revisions of what is no message: the kind's name, a colon, and what tells two of them apart.</summary>
public static class Revisions
{
    /// <summary>What a revision may be long, UTF-16 units.</summary>
    public const int Longest = 64;

    private static readonly FrozenDictionary<OccurrenceKinds, string> Names = new Dictionary<OccurrenceKinds, string>
    {
        [OccurrenceKinds.MemberJoined] = "joined",
        [OccurrenceKinds.MemberLeft] = "left",
        [OccurrenceKinds.MemberRenamed] = "renamed",
        [OccurrenceKinds.RoleAdded] = "role-added",
        [OccurrenceKinds.RoleRemoved] = "role-removed",
        [OccurrenceKinds.ThreadCreated] = "thread-created",
        [OccurrenceKinds.ThreadRenamed] = "thread-renamed",
        [OccurrenceKinds.ThreadArchived] = "thread-archived",
        [OccurrenceKinds.ThreadUnarchived] = "thread-unarchived",
        [OccurrenceKinds.ThreadDeleted] = "thread-deleted",
        [OccurrenceKinds.AutoModExecuted] = "automod",
        [OccurrenceKinds.ModeratorActed] = "moderator",
        [OccurrenceKinds.CounterCrossed] = "counter",
        [OccurrenceKinds.RaidLevelChanged] = "raid-level",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, OccurrenceKinds> Kinds = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The revision of an occurrence.</summary>
    /// <param name="kind">One kind, not <see cref="OccurrenceKinds.Message"/>.</param>
    /// <param name="distinction">At most 40 characters.</param>
    public static string Of(OccurrenceKinds kind, string distinction) => $"{Names[kind]}:{distinction}";

    /// <summary>The kind that a revision belongs to; <see cref="OccurrenceKinds.Message"/> for those of messages.</summary>
    public static OccurrenceKinds KindOf(string revision)
    {
        int colon = revision.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(revision.AsSpan(0, colon), out OccurrenceKinds kind) ? kind : OccurrenceKinds.Message;
    }

    /// <summary>16 hexadecimal digits of a SHA-256 over the texts, nulls and borders between them included.</summary>
    public static string Digest(params ReadOnlySpan<string?> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<int> length = stackalloc int[1];
        foreach (string? text in texts)
        {
            length[0] = text?.Length ?? -1;
            hash.AppendData(MemoryMarshal.AsBytes(length));
            hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
        }

        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest[..8]);
    }
}
