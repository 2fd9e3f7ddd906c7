namespace ModBot.Discord.Gateway;

/// <summary>Bytes of a message as they come in. Grows to what a message needs and shrinks again after a large one.</summary>
/// <param name="most">Bytes; more is an error.</param>
internal sealed class FrameBuffer(int most)
{
    private const int Usual = 16 * 1024;
    private const int Large = 256 * 1024;
    private byte[] _bytes = new byte[Usual];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>Room behind what was written.</summary>
    /// <exception cref="InvalidDataException">The message is larger than allowed.</exception>
    public Memory<byte> Room(int least)
    {
        if (_bytes.Length - Length < least)
        {
            long size = Math.Max((long)_bytes.Length * 2, (long)Length + least);
            if (Length + (long)least > most)
                throw new InvalidDataException($"A gateway message is larger than {most} bytes.");
            Array.Resize(ref _bytes, (int)Math.Min(size, most));
        }

        return _bytes.AsMemory(Length);
    }

    public void Advance(int count) => Length += count;

    /// <summary>Forgets everything behind that length.</summary>
    public void Truncate(int length) => Length = length;

    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > Large)
            _bytes = new byte[Usual];
    }
}
