namespace ModBot.Core.Platform;

/// <summary>A file of a message that ModBot posts.</summary>
/// <param name="FileName">1..100 characters with an extension.</param>
/// <param name="Content">Its bytes.</param>
public sealed record OutgoingFile(string FileName, ReadOnlyMemory<byte> Content);
