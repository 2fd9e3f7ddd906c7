using ModBot.Core.Ports;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Stands in for encryption: what is stored does not read as what was protected, and the key can be lost.</summary>
public sealed class XorProtector : IEvidenceProtector
{
    public bool KeyIsLost { get; set; }

    public byte[] Protect(byte[] plain) => Turn(plain);

    public byte[]? Unprotect(byte[] protectedBytes) => KeyIsLost ? null : Turn(protectedBytes);

    private static byte[] Turn(byte[] bytes) => [.. bytes.Select(b => (byte)(b ^ 0x5A))];
}
