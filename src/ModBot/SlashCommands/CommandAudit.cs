using ModBot.Core.Audit;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.SlashCommands;

/// <summary>Writes down who changed what by a command or a button.</summary>
internal sealed class CommandAudit(IAuditTrail trail, TimeProvider time)
{
    /// <param name="interaction">Who did it, where.</param>
    /// <param name="kind">What was done.</param>
    /// <param name="subject">To what: a rule's name, a member's id.</param>
    /// <param name="detail">More about it; never content of messages.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task WriteAsync(Interaction interaction, AuditKind kind, string subject, string detail, CancellationToken cancellationToken) => trail.AddAsync(
        new Core.Audit.AuditEntry
        {
            GuildId = interaction.GuildId,
            ActorId = interaction.User.Id,
            ActorName = interaction.User.DisplayName,
            Kind = kind,
            Subject = subject,
            Detail = detail,
            At = time.GetUtcNow(),
        },
        cancellationToken);
}
