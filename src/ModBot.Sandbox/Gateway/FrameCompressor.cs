using System.IO.Compression;

namespace ModBot.Sandbox.Gateway;

/// <summary>zlib-stream: one deflate context for a connection, each frame ended by a sync flush (00 00 FF FF).</summary>
internal sealed class FrameCompressor : IDisposable
{
    private readonly MemoryStream _buffer = new();
    private readonly ZLibStream _zlib;

    public FrameCompressor() => _zlib = new ZLibStream(_buffer, CompressionLevel.Fastest, leaveOpen: true);

    public byte[] Next(ReadOnlySpan<byte> frame)
    {
        _buffer.SetLength(0);
        _zlib.Write(frame);
        _zlib.Flush();
        return _buffer.ToArray();
    }

    /// <summary>Payload compression: the frame as a zlib document of its own.</summary>
    public static byte[] Whole(ReadOnlySpan<byte> frame)
    {
        using var buffer = new MemoryStream();
        using (var zlib = new ZLibStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(frame);
        return buffer.ToArray();
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _buffer.Dispose();
    }
}
