using System.Text.Json;
using ModBot.Core.Cases;
using ModBot.Core.Ports;

namespace ModBot.Storage.Cases;

/// <summary>Turns evidence into protected bytes and back.</summary>
internal sealed class EvidenceVault(IEvidenceProtector protector, TimeProvider time, TimeSpan retention)
{
    /// <summary>The evidence of a judgement, ready to be stored, and when it expires.</summary>
    public SealedEvidence Seal(Judgement judgement)
    {
        var evidence = new CaseEvidence(judgement.Content, judgement.Verdict.Hits, judgement.Verdict.Mitigations, judgement.Verdict.Errors);
        byte[] plain = JsonSerializer.SerializeToUtf8Bytes(evidence, EvidenceJson.Default.CaseEvidence);
        return new SealedEvidence(protector.Protect(plain), judgement.JudgedAt + retention);
    }

    /// <summary>Null where there is none, it has expired, or it cannot be read any more.</summary>
    public CaseEvidence? Open(byte[]? stored, long? expiresAt)
    {
        if (stored is null || expiresAt is null || StoredValue.Time(expiresAt.Value) <= time.GetUtcNow())
            return null;
        if (protector.Unprotect(stored) is not { } plain)
            return null;
        try
        {
            return JsonSerializer.Deserialize(plain, EvidenceJson.Default.CaseEvidence);
        }
        catch (JsonException)
        {
            // Damaged, or written by another version: as with a lost key, the case stands without its evidence.
            return null;
        }
    }
}
