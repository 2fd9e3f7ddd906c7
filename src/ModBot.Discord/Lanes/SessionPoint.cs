namespace ModBot.Discord.Lanes;

/// <summary>A point in a shard's session.</summary>
/// <param name="Id">Null where there is no session.</param>
/// <param name="ResumeUrl">Null for the gateway's own address.</param>
/// <param name="Sequence">The newest event that was given to the lanes.</param>
/// <param name="At">When it was the newest.</param>
internal sealed record SessionPoint(string? Id, Uri? ResumeUrl, long Sequence, DateTimeOffset At);
