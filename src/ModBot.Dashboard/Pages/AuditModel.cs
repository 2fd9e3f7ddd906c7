using ModBot.Core.Audit;

namespace ModBot.Dashboard.Pages;

/// <summary>The audit trail.</summary>
/// <param name="Frame">Around it.</param>
/// <param name="Kind">Only entries of this kind; null for all.</param>
/// <param name="Entries">Newest first.</param>
/// <param name="HasMore">There are older ones.</param>
public sealed record AuditModel(PageFrame Frame, AuditKind? Kind, IReadOnlyList<AuditEntry> Entries, bool HasMore);
