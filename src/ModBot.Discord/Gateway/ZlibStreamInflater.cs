using System.IO.Compression;

namespace ModBot.Discord.Gateway;

/// <summary>One connection's shared decompression: every message continues where the one before ended.</summary>
internal sealed class ZlibStreamInflater : IDisposable
{
    private const int Step = 8 * 1024;
    private readonly FeedStream _feed = new();
    private readonly ZLibStream _zlib;

    public ZlibStreamInflater() => _zlib = new ZLibStream(_feed, CompressionMode.Decompress);

    /// <summary>What ends each message (zlib's sync flush).</summary>
    public static ReadOnlySpan<byte> Suffix => [0x00, 0x00, 0xFF, 0xFF];

    /// <summary>Appends the plain text of one whole message.</summary>
    /// <exception cref="InvalidDataException">The stream is broken; only a new connection helps.</exception>
    public void Inflate(ReadOnlyMemory<byte> message, FrameBuffer into)
    {
        _feed.Feed(message);
        while (_zlib.Read(into.Room(Step).Span) is var count and > 0)
            into.Advance(count);
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _feed.Dispose();
    }

    /// <summary>Gives what it was fed, then nothing until it is fed again.</summary>
    private sealed class FeedStream : Stream
    {
        private ReadOnlyMemory<byte> _left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public void Feed(ReadOnlyMemory<byte> bytes) => _left = bytes;

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(buffer.Length, _left.Length);
            _left.Span[..count].CopyTo(buffer);
            _left = _left[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
