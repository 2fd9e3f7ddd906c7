using System.Buffers;
using System.Collections.Frozen;

namespace ModBot.Core.Links;

/// <summary>What file names say about files.</summary>
internal static class FileNames
{
    /// <summary>Turns the reading direction, so that <c>gpj.exe</c> shows as <c>exe.jpg</c>.</summary>
    private static readonly SearchValues<char> Turns = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>What a double click runs on Windows, macOS or Android, and what carries such files past a browser's warning.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Executable = Of(
        "exe scr com pif bat cmd msi msix msixbundle appx appxbundle msp mst ps1 psm1 vbs vbe jse wsf wsh wsc hta cpl jar apk aab xapk ipa app dmg pkg mpkg command workflow "
        + "lnk url reg inf scf dll sys drv ocx gadget application appref-ms msc chm ade adp mde xll xlam iso img vhd vhdx one onepkg library-ms search-ms settingcontent-ms run bin elf appimage");

    /// <summary>What an executable dresses up as.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Document = Of(
        "pdf doc docx xls xlsx ppt pptx odt txt rtf csv png jpg jpeg gif webp bmp heic svg mp4 mov avi mkv webm mp3 wav ogg flac zip rar 7z html htm json xml psd ai blend unitypackage");

    /// <summary>The last extension in its own case, without the dot; empty where there is none.</summary>
    public static ReadOnlySpan<char> Extension(ReadOnlySpan<char> name)
    {
        name = name.TrimEnd(" .");
        int dot = name.LastIndexOf('.');
        return dot < 0 ? default : name[(dot + 1)..];
    }

    /// <summary>The file's name in a link's path, or in its query (<c>?file=setup.exe</c>); empty where there is none.</summary>
    public static ReadOnlySpan<char> InPath(ReadOnlySpan<char> path)
    {
        int hash = path.IndexOf('#');
        if (hash >= 0)
            path = path[..hash];
        int query = path.IndexOf('?');
        ReadOnlySpan<char> name = query < 0 ? path : path[..query];
        name = name[(name.LastIndexOf('/') + 1)..];
        if (IsExecutable(name) || query < 0)
            return name.Contains('.') ? name : default;
        foreach (Range part in path[(query + 1)..].Split('&'))
        {
            ReadOnlySpan<char> value = path[(query + 1)..][part];
            value = value[(value.LastIndexOfAny('=', '/') + 1)..];
            if (IsExecutable(value))
                return value;
        }

        return default;
    }

    public static bool IsExecutable(ReadOnlySpan<char> name) => Executable.Contains(Extension(name));

    /// <summary>True for an executable that looks like a document: <c>invoice.pdf.exe</c>, or a turned reading direction.</summary>
    public static bool IsDisguised(ReadOnlySpan<char> name)
    {
        if (name.ContainsAny(Turns))
            return true;
        ReadOnlySpan<char> extension = Extension(name);
        if (!Executable.Contains(extension))
            return false;
        ReadOnlySpan<char> rest = name.TrimEnd(" .")[..^(extension.Length + 1)];
        return Document.Contains(Extension(rest)) || (rest.Length > 0 && rest.TrimEnd(" _.-").Length < rest.Length - 4);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(string extensions) =>
        extensions.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
