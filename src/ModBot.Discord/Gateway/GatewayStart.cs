using System.Text.Json;
using ModBot.Discord.Parsing;

namespace ModBot.Discord.Gateway;

/// <summary>What <c>GET /gateway/bot</c> says.</summary>
internal sealed record GatewayStart
{
    public required Uri Url { get; init; }

    /// <summary>How many shards Discord advises; 1 where the server does not say.</summary>
    public int Shards { get; init; } = 1;

    public int StartsTotal { get; init; } = 1000;

    public int StartsRemaining { get; init; } = 1000;

    public TimeSpan StartsResetAfter { get; init; } = TimeSpan.FromDays(1);

    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Reads the answer; null where it names no usable address.</summary>
    public static GatewayStart? Read(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || !reader.EntersObject())
                return null;
            string? url = null;
            int shards = 1;
            (int Total, int Remaining, long ResetAfter, int Concurrency) limit = (1000, 1000, 86_400_000, 1);
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("url"u8))
                    url = reader.ReadText();
                else if (name.SequenceEqual("shards"u8))
                    shards = reader.ReadInt32(1);
                else if (name.SequenceEqual("session_start_limit"u8))
                    limit = ReadLimit(ref reader, limit);
                else
                    reader.Skip();
            }

            return GatewayUrl.Build(url) is not { } address ? null : new GatewayStart
            {
                Url = address,
                Shards = Math.Max(1, shards),
                StartsTotal = limit.Total,
                StartsRemaining = limit.Remaining,
                StartsResetAfter = TimeSpan.FromMilliseconds(Math.Clamp(limit.ResetAfter, 0, 86_400_000)),
                MaxConcurrency = limit.Concurrency,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (int Total, int Remaining, long ResetAfter, int Concurrency) ReadLimit(ref Utf8JsonReader reader, (int Total, int Remaining, long ResetAfter, int Concurrency) limit)
    {
        if (!reader.EntersObject())
            return limit;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("total"u8))
                limit.Total = reader.ReadInt32(limit.Total);
            else if (name.SequenceEqual("remaining"u8))
                limit.Remaining = reader.ReadInt32(limit.Remaining);
            else if (name.SequenceEqual("reset_after"u8))
                limit.ResetAfter = reader.ReadInteger(limit.ResetAfter);
            else if (name.SequenceEqual("max_concurrency"u8))
                limit.Concurrency = reader.ReadInt32(limit.Concurrency);
            else
                reader.Skip();
        }

        return limit;
    }
}
