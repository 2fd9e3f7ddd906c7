namespace ModBot.Core.Platform;

/// <summary>A file that somebody gave to a command. Its bytes are fetched with <see cref="Ports.IModerationPlatform.DownloadAsync"/>.</summary>
/// <param name="FileName">As the platform cleaned it.</param>
/// <param name="Size">Bytes, as announced.</param>
/// <param name="Url">Where it lies; comes from outside.</param>
public sealed record CommandAttachment(string FileName, long Size, Uri Url);
