namespace ModBot.Core.Ports;

/// <summary>Encrypts evidence before it is stored.</summary>
public interface IEvidenceProtector
{
    byte[] Protect(byte[] plain);

    /// <returns>Null where the key is gone or the bytes are damaged: the evidence cannot be read any more.</returns>
    byte[]? Unprotect(byte[] protectedBytes);
}
