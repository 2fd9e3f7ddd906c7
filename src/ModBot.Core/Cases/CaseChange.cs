using ModBot.Core.Messages;

namespace ModBot.Core.Cases;

/// <summary>A case was opened, or something about it changed.</summary>
public sealed record CaseChange(Snowflake GuildId, long Number, CaseChangeKind Kind, bool Private);
