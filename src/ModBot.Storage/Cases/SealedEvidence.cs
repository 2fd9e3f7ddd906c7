namespace ModBot.Storage.Cases;

/// <summary>Evidence as it is stored.</summary>
internal sealed record SealedEvidence(byte[] Protected, DateTimeOffset ExpiresAt);
