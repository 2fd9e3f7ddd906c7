using System.Globalization;
using Microsoft.Extensions.Logging;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;

namespace ModBot.Discord.Gateway;

/// <summary>Asks where the gateway is and what Discord allows, and puts fatal answers into one line for the operator.</summary>
internal sealed class GatewayAddress(DiscordOptions options, RestClient rest, IdentifyGate gate, Random random, TimeProvider time, ILogger logger)
{
    internal const string BadToken = "Discord refused the bot token: set Discord:Token (environment: Discord__Token) to the token from the developer portal (your application > Bot > Reset Token).";
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(5);
    private readonly FifoGate _turn = new();
    private GatewayStart? _current;
    private long _asked;

    public GatewayStart Current => _current ?? throw new InvalidOperationException("The gateway's address was not asked for yet.");

    /// <summary>Asks at start, a bounded number of times.</summary>
    /// <exception cref="PlatformFatalException">The token is wrong, or the server cannot be reached or is none.</exception>
    public async Task FindAsync(CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            RestReply reply = await rest.SendAsync(RestRequest.Get(RestRoute.GatewayBot), cancellationToken);
            if (reply.IsSuccess)
            {
                Take(reply.Body);
                return;
            }

            if (reply.Status is 401 or 403)
                throw new PlatformFatalException(BadToken);
            if (reply.Status is not (0 or 429) and < 500 && reply.Status is not (>= 200 and < 300))
                throw new PlatformFatalException($"{options.RestUrl} does not answer like Discord's API (HTTP {reply.Status} for gateway/bot): Discord:RestUrl must name the API with its version, e.g. {DiscordOptions.DefaultRestUrl}.");
            string why = reply.Message.Length > 0 ? reply.Message : string.Create(CultureInfo.InvariantCulture, $"HTTP {reply.Status}");
            if (attempt >= options.StartAttempts)
                throw new PlatformFatalException($"Discord cannot be reached at {options.RestUrl} ({why}) after {attempt} tries: check the network and Discord:RestUrl.");
            TimeSpan pause = Backoff.After(attempt, random);
            GatewayLog.StartFailed(logger, why, attempt, options.StartAttempts, pause.TotalMilliseconds);
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <summary>Asks again before a further session: how many may start is known to the server alone. Failing that, what is known serves.</summary>
    public async Task RefreshAsync(int shard, CancellationToken cancellationToken)
    {
        using FifoGate.Turn turn = await _turn.EnterAsync(cancellationToken);
        if (time.GetElapsedTime(_asked) < Age)
            return;
        _asked = time.GetTimestamp();
        RestReply reply = await rest.SendAsync(RestRequest.Get(RestRoute.GatewayBot), cancellationToken);
        if (reply.Status == 401)
            throw new PlatformFatalException(BadToken);
        if (reply.IsSuccess)
            Take(reply.Body);
        else
            GatewayLog.AddressKept(logger, shard, reply.Message);
    }

    /// <summary>What a fatal close code means, and what to do about it.</summary>
    public async Task<string> ExplainAsync(int code, CancellationToken cancellationToken) => code switch
    {
        CloseCodes.AuthenticationFailed => BadToken,
        CloseCodes.DisallowedIntents => await ExplainIntentsAsync(cancellationToken),
        CloseCodes.ShardingRequired => $"Discord requires more shards (it advises {Current.Shards}): set Discord:Shards to auto.",
        CloseCodes.InvalidShard => $"Discord refused the shard numbers of Discord:Shards = '{options.Shards}': set it to auto or to a range below the total.",
        CloseCodes.InvalidIntents => $"Discord does not know the intents {(int)options.Intents} of Discord:Intents: leave it at its default.",
        CloseCodes.InvalidVersion => "The gateway does not speak version 10 of the API: this version of ModBot is too old for it.",
        _ => string.Create(CultureInfo.InvariantCulture, $"The gateway closed for good (code {code})."),
    };

    private void Take(byte[] body)
    {
        GatewayStart start = GatewayStart.Read(body)
            ?? throw new PlatformFatalException($"{options.RestUrl} does not answer like Discord's API: gateway/bot names no web socket address. Check Discord:RestUrl.");
        if (!GatewayUrl.IsSafe(start.Url))
            throw new PlatformFatalException($"The gateway {start.Url.Authority} wants an unencrypted connection, which would show the bot's token to others: only a server on this machine may.");
        _asked = time.GetTimestamp();
        _current = start;
        gate.Learn(start);
    }

    private async Task<string> ExplainIntentsAsync(CancellationToken cancellationToken)
    {
        RestReply reply = await rest.SendAsync(RestRequest.Get(RestRoute.CurrentApplication), cancellationToken);
        long flags = (reply.IsSuccess ? ApplicationReply.Read(reply.Body).Flags : null) ?? 0;
        List<string> missing = PrivilegedIntents.Missing(options.Intents, flags);
        if (missing.Count == 0)
            missing = PrivilegedIntents.Missing(options.Intents, flags: 0);
        return $"Discord does not allow the intents this bot needs: switch on {string.Join(" and ", missing)} in the developer portal (your application > Bot > Privileged Gateway Intents).";
    }
}
