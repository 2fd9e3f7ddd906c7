using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ModBot.Core.Ports;

namespace ModBot.Hosting;

/// <summary>Encrypts evidence with ASP.NET Data Protection. The key ring is a folder of its own and part of every backup.</summary>
internal sealed class EvidenceProtector(IDataProtectionProvider provider) : IEvidenceProtector
{
    private readonly IDataProtector protector = provider.CreateProtector("ModBot.Evidence.v1");

    public byte[] Protect(byte[] plain) => protector.Protect(plain);

    public byte[]? Unprotect(byte[] protectedBytes)
    {
        try
        {
            return protector.Unprotect(protectedBytes);
        }
        catch (CryptographicException)
        {
            // The port's contract: evidence whose key is gone reads as no evidence.
            return null;
        }
    }
}
