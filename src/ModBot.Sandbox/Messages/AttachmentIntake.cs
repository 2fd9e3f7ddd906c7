using ModBot.Sandbox.Rest;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Messages;

/// <summary>Takes a message's uploads in.</summary>
internal static class AttachmentIntake
{
    /// <summary>Keeps the files and gives what the message says of them.</summary>
    public static List<AttachmentState> Store(WorldState world, MessageDraft draft)
    {
        var attachments = new List<AttachmentState>(draft.Files.Count);
        foreach (UploadedFile file in draft.Files)
            attachments.Add(Store(world, file, draft.Attachments?.FirstOrDefault(a => a.Id.Value == (ulong)file.Index)));

        return attachments;
    }

    /// <summary>Keeps one file, with what was said of it.</summary>
    public static AttachmentState Store(WorldState world, UploadedFile file, AttachmentDraft? said)
    {
        var attachment = new AttachmentState
        {
            Id = world.Ids.Next(),
            FileName = FileName(said?.FileName ?? file.FileName),
            Description = said?.Description,
            ContentType = file.ContentType,
            Size = file.Content.Length,
            Spoiler = said?.Spoiler ?? file.FileName.StartsWith("SPOILER_", StringComparison.Ordinal),
        };
        world.Files.Keep(attachment.Id, file.Content);
        return attachment;
    }

    /// <summary>As Discord cleans names: letters, digits, dot, dash and underscore stay.</summary>
    private static string FileName(string name)
    {
        string last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        string clean = string.Concat(last.Take(256).Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));
        return clean.Trim('.').Length == 0 ? "unknown" : clean;
    }
}
