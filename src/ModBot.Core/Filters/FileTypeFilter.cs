using System.Collections.Immutable;
using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>What a <see cref="FileTypeFilter"/>'s lists mean.</summary>
public enum FileTypeMode
{
    /// <summary>The listed types hit.</summary>
    Deny,

    /// <summary>All but the listed types hit.</summary>
    Allow,
}

/// <summary>Options of <see cref="FileTypeFilter"/>.</summary>
public sealed record FileTypeOptions : FilterOptions
{
    public FileTypeMode Mode { get; init; } = FileTypeMode.Deny;

    /// <summary>Extensions such as <c>exe</c>, with or without a dot. At most 255.</summary>
    public ImmutableArray<string> Extensions { get; init; } = [];

    /// <summary>MIME types such as <c>video/mp4</c> or <c>image/*</c>, as Discord guesses them. At most 255.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Programs hit, whatever the lists say.</summary>
    public bool Programs { get; init; } = true;

    /// <summary>Programs dressed up as documents hit, whatever the lists say: <c>invoice.pdf.exe</c>.</summary>
    public bool Disguised { get; init; } = true;
}

/// <summary>Hits on attachments by extension and type. Every attachment is looked at, forwarded ones too.</summary>
public sealed class FileTypeFilter : FilterDefinition<FileTypeOptions>
{
    private const int MostItems = 255;
    private const int LongestExtension = 32;
    private const int LongestType = 127;

    public override string Id => "file-types";

    public override string Description => "Attachments by extension or type; programs, and what is dressed up as a document.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        With("setup.exe", "application/x-msdownload", true),
        With("setup.exe.png", "image/png", false),
        With("invoice.pdf.scr", null, true, new FileTypeOptions { Programs = false }),
        With("photo_\u202Egnp.exe", null, true, new FileTypeOptions { Programs = false }),
        With("notes.v2.txt", "text/plain", false),
        With("clip.MP4", "video/mp4", true, new FileTypeOptions { Extensions = [".mp4"] }),
        With("clip", "video/mp4", true, new FileTypeOptions { Types = ["video/*"] }),
        With("cat.png", "image/png", false, new FileTypeOptions { Mode = FileTypeMode.Allow, Types = ["image/*"] }),
        With("list.txt", "text/plain; charset=utf-8", true, new FileTypeOptions { Mode = FileTypeMode.Allow, Types = ["image/*"] }),
        new("", true) { Change = message => message with { Attachments = [new MessageAttachment("cat.png", null, "image/png", 1), new MessageAttachment("b.cmd", null, null, 1)] } },
        new("download setup.exe from the site", false),
    ];

    protected override OptionSchema<FileTypeOptions> Options { get; } = new OptionSchema<FileTypeOptions>()
        .Choice("mode", "deny: the listed types hit; allow: all others do.", o => o.Mode, (o, v) => o with { Mode = v })
        .TextList("extensions", "Extensions such as exe.", MostItems, LongestExtension, o => o.Extensions, (o, v) => o with { Extensions = v })
        .TextList("types", "MIME types such as video/mp4 or image/*.", MostItems, LongestType, o => o.Types, (o, v) => o with { Types = v })
        .Toggle("programs", "Programs hit, whatever the lists say.", o => o.Programs, (o, v) => o with { Programs = v })
        .Toggle("disguised", "Programs dressed up as documents hit.", o => o.Disguised, (o, v) => o with { Disguised = v });

    protected override void Check(FileTypeOptions options, List<OptionFault> faults)
    {
        for (int i = 0; i < options.Types.Length; i++)
        {
            string type = options.Types[i].Trim();
            if (type.Count(c => c == '/') != 1 || type.StartsWith('/') || type.EndsWith('/') || type.Contains(' ', StringComparison.Ordinal))
                faults.Add(new OptionFault($"types[{i}]", "must be a MIME type such as video/mp4 or image/*"));
        }

        for (int i = 0; i < options.Extensions.Length; i++)
        {
            string extension = options.Extensions[i].Trim().TrimStart('*').TrimStart('.');
            if (extension.Length == 0 || extension.AsSpan().ContainsAny(" /\\"))
                faults.Add(new OptionFault($"extensions[{i}]", "must be an extension such as exe"));
        }
    }

    protected override ICompiledFilter Compile(FileTypeOptions options, FilterCompilation compilation) => new Compiled(options);

    private static FilterExample With(string name, string? type, bool hits, FileTypeOptions? options = null) =>
        new("", hits, options) { Change = message => message with { Attachments = [new MessageAttachment(name, null, type, 1)] } };

    private sealed class Compiled(FileTypeOptions options) : ICompiledFilter
    {
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> extensions =
            options.Extensions.Select(extension => extension.Trim().TrimStart('*').TrimStart('.')).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

        /// <summary>Whole types, and families with their slash.</summary>
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> types =
            options.Types.Select(type => type.Trim().TrimEnd('*')).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

        public void Inspect(Inspection inspection, HitSink hits)
        {
            ChatMessage message = inspection.Message;
            Inspect(message.Attachments, SurfaceKind.AttachmentName, inspection, hits);
            for (int i = 0; i < message.Forwards.Count; i++)
                Inspect(message.Forwards[i].Attachments, SurfaceKind.ForwardAttachment, inspection, hits);
        }

        private void Inspect(IReadOnlyList<MessageAttachment> attachments, SurfaceKind kind, Inspection inspection, HitSink hits)
        {
            for (int i = 0; i < attachments.Count; i++)
            {
                if (Fault(attachments[i]) is { } reason)
                    hits.Add(new FilterFinding(reason) { Evidence = EvidenceFor(attachments[i].FileName, kind, i, inspection) });
            }
        }

        private string? Fault(MessageAttachment attachment)
        {
            ReadOnlySpan<char> name = attachment.FileName;
            ReadOnlySpan<char> extension = FileNames.Extension(name);
            if (options.Disguised && FileNames.IsDisguised(name))
                return $"The attachment is a program dressed up as a document (.{extension}).";
            if (options.Programs && FileNames.IsExecutable(name))
                return $"The attachment is a program (.{extension}).";
            if (extensions.Set.Count == 0 && types.Set.Count == 0)
                return null;
            bool listed = extensions.Contains(extension) || IsListedType(attachment.ContentType);
            if (listed == (options.Mode == FileTypeMode.Allow))
                return null;
            string what = extension.IsEmpty ? attachment.ContentType ?? "no extension" : $".{extension}";
            return options.Mode == FileTypeMode.Allow ? $"The attachment's type is not allowed ({what})." : $"The attachment's type is blocked ({what}).";
        }

        private bool IsListedType(ReadOnlySpan<char> type)
        {
            int parameters = type.IndexOf(';');
            type = (parameters < 0 ? type : type[..parameters]).Trim();
            return types.Contains(type) || (type.IndexOf('/') is var slash and > 0 && types.Contains(type[..(slash + 1)]));
        }

        private static Evidence[] EvidenceFor(string name, SurfaceKind kind, int index, Inspection inspection)
        {
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                if (surface.Kind == kind && surface.Index == index && surface.Text.Original == name)
                    return [surface.OriginalEvidence(0, name.Length)];
            }

            return [];
        }
    }
}
