namespace ModBot.Sandbox;

/// <summary>A file that a person attaches.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes; kept in memory only.</param>
public sealed record SandboxFile(string FileName, string ContentType, ReadOnlyMemory<byte> Content);
