using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

/// <summary>Uploaded files, in memory only and bounded: the oldest goes first.</summary>
internal sealed class AttachmentStore
{
    /// <summary>Bytes kept in all.</summary>
    private const long MaxBytes = 64 << 20;

    private readonly Dictionary<Snowflake, byte[]> _files = [];
    private readonly Queue<Snowflake> _order = [];
    private long _bytes;

    public void Keep(Snowflake id, byte[] content)
    {
        _files[id] = content;
        _order.Enqueue(id);
        _bytes += content.Length;
        while (_bytes > MaxBytes && _order.TryDequeue(out Snowflake oldest))
        {
            if (_files.Remove(oldest, out byte[]? gone))
                _bytes -= gone.Length;
        }
    }

    public byte[]? Find(Snowflake id) => _files.GetValueOrDefault(id);
}
