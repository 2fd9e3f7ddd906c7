namespace ModBot.Core.Messages;

/// <summary>An attached file, as announced; its bytes are never fetched.</summary>
/// <param name="FileName">The name with extension.</param>
/// <param name="Description">Alternative text, at most 1,024 characters.</param>
/// <param name="ContentType">The MIME type that Discord guessed.</param>
/// <param name="Size">Bytes.</param>
public sealed record MessageAttachment(string FileName, string? Description, string? ContentType, long Size);
