using System.IO.Compression;

namespace ModBot.MicrosoftML;

/// <summary>Microsoft.ML stamps its archives with the time of writing; the same model must give the same bytes.</summary>
internal static class FixedArchive
{
    /// <summary>The earliest time that the format knows.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the archive anew: entries in order of name, times fixed.</summary>
    public static byte[] Rewrite(Stream archive)
    {
        archive.Position = 0;
        using var source = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new MemoryStream();
        using (var copy = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                ZipArchiveEntry written = copy.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                written.LastWriteTime = Epoch;
                using Stream from = entry.Open();
                using Stream to = written.Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }
}
