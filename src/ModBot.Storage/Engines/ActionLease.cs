namespace ModBot.Storage.Engines;

/// <summary>Whose the actions are, and until when.</summary>
internal readonly record struct ActionLease(long Owner, DateTimeOffset Until);
