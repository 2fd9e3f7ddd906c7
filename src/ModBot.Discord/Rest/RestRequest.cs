using System.Collections.Immutable;
using ModBot.Core.Platform;

namespace ModBot.Discord.Rest;

/// <summary>One call.</summary>
internal sealed record RestRequest
{
    public required HttpMethod Method { get; init; }

    public required RestRoute Route { get; init; }

    /// <summary>JSON in UTF-8; null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Files that go with the body; empty for none.</summary>
    public ImmutableArray<OutgoingFile> Files { get; init; } = [];

    /// <summary>For the audit log; cut and encoded when sent. Null for endpoints that take none.</summary>
    public string? Reason { get; init; }

    /// <summary>A success without a JSON body (a proxy's page) counts as a fault of the way there.</summary>
    public bool ExpectsJson { get; init; }

    /// <summary>Never sent a second time where the first try may have arrived: doing it twice would show.</summary>
    public bool IsOnce { get; init; }

    public static RestRequest Get(RestRoute route) => new() { Method = HttpMethod.Get, Route = route, ExpectsJson = true };

    public static RestRequest Delete(RestRoute route, string? reason = null) => new() { Method = HttpMethod.Delete, Route = route, Reason = reason };

    public static RestRequest Put(RestRoute route, byte[]? body, string? reason = null) => new() { Method = HttpMethod.Put, Route = route, Body = body, Reason = reason };

    public static RestRequest Patch(RestRoute route, byte[] body, string? reason = null) => new() { Method = HttpMethod.Patch, Route = route, Body = body, Reason = reason };

    public static RestRequest Post(RestRoute route, byte[] body, string? reason = null) => new() { Method = HttpMethod.Post, Route = route, Body = body, Reason = reason };
}
