using System.Globalization;
using Microsoft.Extensions.Configuration;
using ModBot.CommandLine;
using ModBot.Configuration;
using ModBot.Discord;
using ModBot.Discord.Probing;

namespace ModBot.Diagnosis;

/// <summary>What Discord says about the bot; without a token nothing is asked.</summary>
internal sealed class DiscordChecks(IConfiguration configuration, TimeProvider time)
{
    private const int FewStarts = 50;
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ClockLimit = TimeSpan.FromMinutes(1);

    public async Task AddAsync(List<Finding> findings, CancellationToken cancellationToken)
    {
        string? token = configuration["Discord:Token"];
        if (string.IsNullOrWhiteSpace(token))
        {
            findings.Add(string.IsNullOrWhiteSpace(configuration["Discord:RestUrl"])
                ? Finding.Warning("token", "none: ModBot runs on its sandbox, and Discord was not asked", "For a real server set the environment variable Discord__Token to the bot's token.")
                : Finding.Fault("token", "none, but Discord:RestUrl is set", "Set the environment variable Discord__Token, or unset Discord__RestUrl to use the sandbox."));
            return;
        }

        DiscordOptions options;
        try
        {
            options = DiscordSettings.From(configuration, token);
        }
        catch (UsageException fault)
        {
            findings.Add(Finding.Fault("token", fault.Message));
            return;
        }

        findings.Add(Finding.Ok("token", "present (not shown)"));
        DiscordReading reading = await DiscordProbe.ReadAsync(options, time, cancellationToken);
        findings.Add(reading.Fault is null
            ? Finding.Ok("discord", string.Create(CultureInfo.InvariantCulture, $"{options.RestUrl} answered within {reading.RoundTrip.TotalMilliseconds:N0} ms and takes the token"))
            : Finding.Fault("discord", reading.Fault));
        if (reading.ClockAhead is { } ahead)
            findings.Add(Clock(ahead));
        if (reading.Fault is not null)
            return;
        findings.Add(Gateway(reading));
        findings.Add(Intents(reading));
    }

    private static Finding Clock(TimeSpan ahead)
    {
        const string Advice = "Set this machine's clock by a time server: timeouts and log times follow it.";
        string text = ahead.Duration() < ClockTolerance
            ? "agrees with Discord's"
            : string.Create(CultureInfo.InvariantCulture, $"{ahead.Duration().TotalSeconds:N0} s {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} Discord's");
        if (ahead.Duration() >= ClockLimit)
            return Finding.Fault("clock", text, Advice);
        return ahead.Duration() >= ClockTolerance ? Finding.Warning("clock", text, Advice) : Finding.Ok("clock", text);
    }

    private static Finding Gateway(DiscordReading reading)
    {
        string text = string.Create(CultureInfo.InvariantCulture,
            $"{reading.Shards} {(reading.Shards == 1 ? "shard" : "shards")}; {reading.StartsRemaining:N0} of {reading.StartsTotal:N0} session starts left for {reading.StartsResetAfter.TotalHours:0.0} h, {reading.MaxConcurrency} at once");
        const string Advice = "Something starts this bot again and again: find out what before Discord resets its token.";
        if (reading.StartsRemaining < reading.Shards)
            return Finding.Fault("gateway", text, $"Wait until the limit is lifted. {Advice}");
        return reading.StartsRemaining < FewStarts && reading.StartsTotal > FewStarts ? Finding.Warning("gateway", text, Advice) : Finding.Ok("gateway", text);
    }

    private static Finding Intents(DiscordReading reading) => reading.MissingIntents switch
    {
        null => Finding.Warning("intents", "Discord does not say which privileged intents are switched on", "Check them in the developer portal (your application > Bot > Privileged Gateway Intents)."),
        [] => Finding.Ok("intents", "every privileged intent that ModBot needs is switched on"),
        var missing => Finding.Fault("intents", $"switched off: {string.Join(", ", missing)}", "Switch them on in the developer portal (your application > Bot > Privileged Gateway Intents)."),
    };
}
