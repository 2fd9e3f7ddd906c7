using System.Globalization;
using Microsoft.Extensions.Configuration;
using ModBot.CommandLine;

namespace ModBot.Configuration;

/// <summary>How interactions are answered (section <c>Discord</c>).</summary>
/// <param name="DeferAfter">
/// A command that has no answer by then is deferred: the caller sees that ModBot works on it, and the answer is filled in when it
/// comes. 0 to 2.5 s, since the platform wants a first answer within 3 s; 0 defers every command, for a slow way to Discord. Default: 1.5 s.
/// </param>
internal sealed record InteractionOptions(TimeSpan DeferAfter)
{
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(2.5);

    /// <exception cref="UsageException"><c>Discord:DeferAfter</c> is not a time or out of bounds.</exception>
    public static InteractionOptions From(IConfiguration configuration)
    {
        if (configuration["Discord:DeferAfter"] is not { Length: > 0 } given)
            return new InteractionOptions(TimeSpan.FromSeconds(1.5));
        if (!TimeSpan.TryParseExact(given.Trim(), ["c", "g"], CultureInfo.InvariantCulture, out TimeSpan after) || after < TimeSpan.Zero || after > Latest)
            throw new UsageException($"Discord:DeferAfter is '{given}'; it must be a time from 00:00:00 to 00:00:02.5, such as 00:00:01.5.");
        return new InteractionOptions(after);
    }
}
