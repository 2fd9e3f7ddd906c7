using ModBot.Core.Audit;
using ModBot.Core.Members;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Strikes;

/// <summary>What the sub-commands of <c>/strikes</c> share.</summary>
internal sealed class StrikeDesk(IStrikeStore strikes, GuildRules rules, MemberTallies tallies, CommandAudit audit, TimeProvider time)
{
    public const int MaximumPoints = 100;

    public static readonly CommandOption Member = new() { Kind = CommandOptionKind.User, Name = "member", Description = "Whose strikes.", IsRequired = true };

    public static readonly CommandOption Points = new() { Kind = CommandOptionKind.Integer, Name = "points", Description = "How many points. Default: 1.", Minimum = 1, Maximum = MaximumPoints };

    public static readonly CommandOption Reason = new() { Kind = CommandOptionKind.String, Name = "reason", Description = "Why; kept with the entry.", Maximum = StrikeEntry.MaximumReason };

    /// <exception cref="CommandFault">No member was named.</exception>
    public static Snowflake MemberOf(Interaction interaction) => interaction.Id("member") ?? throw new CommandFault("Name a member: `member:@somebody`.");

    public async Task<StrikePolicy> PolicyAsync(Snowflake guild, CancellationToken cancellationToken) => (await rules.GetSourceAsync(guild, cancellationToken)).Strikes;

    public async Task<(IReadOnlyList<StrikeEntry> Entries, double Points)> ReadAsync(Snowflake guild, Snowflake member, CancellationToken cancellationToken)
    {
        IReadOnlyList<StrikeEntry> entries = await strikes.ListAsync(guild, member, cancellationToken);
        return (entries, StrikeTally.PointsAt(entries, await PolicyAsync(guild, cancellationToken), time.GetUtcNow()));
    }

    /// <summary>Gives points, or takes them off where they are less than 0.</summary>
    /// <returns>What the member had before and has now.</returns>
    public async Task<(double Before, double After)> GiveAsync(Interaction interaction, Snowflake member, int points, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        (_, double before) = await ReadAsync(interaction.GuildId, member, cancellationToken);
        IReadOnlyList<StrikeEntry> entries = await strikes.AddAsync(
            new StrikeEntry { GuildId = interaction.GuildId, MemberId = member, Points = points, At = now, ModeratorId = interaction.User.Id, Reason = interaction.Text("reason") ?? "" }, cancellationToken);
        tallies.Forget(interaction.GuildId, member);
        await audit.WriteAsync(interaction, AuditKind.StrikesChanged, member.ToString(), $"{points:+0;-0}", cancellationToken);
        return (before, StrikeTally.PointsAt(entries, await PolicyAsync(interaction.GuildId, cancellationToken), now));
    }
}
