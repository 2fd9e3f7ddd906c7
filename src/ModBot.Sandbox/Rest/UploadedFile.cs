namespace ModBot.Sandbox.Rest;

/// <summary>One file of a multipart body.</summary>
/// <param name="Index">The n of <c>files[n]</c>.</param>
/// <param name="FileName">As sent.</param>
/// <param name="ContentType">As sent, where it was.</param>
/// <param name="Content">The bytes.</param>
internal sealed record UploadedFile(int Index, string FileName, string? ContentType, byte[] Content);
