using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using ModBot.Discord.Gateway;
using ModBot.Discord.Rest;

namespace ModBot.Discord.Probing;

/// <summary>Asks Discord's API about a bot without starting it: two requests, no retries, no session.</summary>
public static class DiscordProbe
{
    /// <summary>Asks for the gateway's limits and the application's flags.</summary>
    /// <param name="options">With a token, and without faults.</param>
    /// <param name="time">The clock to compare with the server's.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>What is known; no answer is a <see cref="DiscordReading.Fault"/>, never an exception.</returns>
    public static async Task<DiscordReading> ReadAsync(DiscordOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(DiscordServices.Handler(options)) { BaseAddress = options.RestBase, Timeout = options.RequestTimeout };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", DiscordOptions.UserAgent);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", options.BareToken);
        try
        {
            return await ReadAsync(client, options, time, cancellationToken);
        }
        catch (HttpRequestException fault)
        {
            return Unreachable(options, fault.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Unreachable(options, string.Create(CultureInfo.InvariantCulture, $"no answer within {options.RequestTimeout.TotalSeconds:0.#} s"));
        }
    }

    private static async Task<DiscordReading> ReadAsync(HttpClient client, DiscordOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        long asked = time.GetTimestamp();
        using HttpResponseMessage gateway = await client.GetAsync(new Uri("gateway/bot", UriKind.Relative), cancellationToken);
        TimeSpan roundTrip = time.GetElapsedTime(asked);
        TimeSpan? ahead = gateway.Headers.Date is { } date ? time.GetUtcNow() - date : null;
        var reading = new DiscordReading { RoundTrip = roundTrip, ClockAhead = ahead };
        if (gateway.StatusCode == HttpStatusCode.Unauthorized)
            return reading with { Fault = GatewayAddress.BadToken };
        GatewayStart? start = gateway.IsSuccessStatusCode ? GatewayStart.Read(await gateway.Content.ReadAsByteArrayAsync(cancellationToken)) : null;
        if (start is null)
            return reading with { Fault = $"{options.RestUrl} does not answer like Discord's API (HTTP {(int)gateway.StatusCode}): Discord:RestUrl must name the API with its version, e.g. {DiscordOptions.DefaultRestUrl}." };

        using HttpResponseMessage application = await client.GetAsync(new Uri("applications/@me", UriKind.Relative), cancellationToken);
        long? flags = application.IsSuccessStatusCode ? ApplicationReply.Read(await application.Content.ReadAsByteArrayAsync(cancellationToken)).Flags : null;
        return reading with
        {
            Shards = ShardPlan.Parse(options.Shards)!.Value.Resolve(start.Shards).Count,
            StartsRemaining = start.StartsRemaining,
            StartsTotal = start.StartsTotal,
            StartsResetAfter = start.StartsResetAfter,
            MaxConcurrency = start.MaxConcurrency,
            MissingIntents = flags is { } known ? PrivilegedIntents.Missing(options.Intents, known) : null,
        };
    }

    private static DiscordReading Unreachable(DiscordOptions options, string why) =>
        new() { Fault = $"Discord cannot be reached at {options.RestUrl} ({why.TrimEnd('.')}): check the network and Discord:RestUrl." };
}
