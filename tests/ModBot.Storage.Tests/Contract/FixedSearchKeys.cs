using System.Security.Cryptography;
using ModBot.Core.Messages;
using ModBot.Core.Ports;

namespace ModBot.Storage.Tests.Contract;

/// <summary>A key for each guild, the same in every store.</summary>
public sealed class FixedSearchKeys : ISearchKeys
{
    public byte[] KeyOf(Snowflake guild) => SHA256.HashData(BitConverter.GetBytes(guild.Value));
}
