using ModBot.Core.Messages;

namespace ModBot.Sandbox.Messages;

/// <summary>An entry of the body's attachments: an index among the uploads, or the id of a kept file.</summary>
internal sealed record AttachmentDraft(Snowflake Id, string? FileName, string? Description, bool Spoiler);
