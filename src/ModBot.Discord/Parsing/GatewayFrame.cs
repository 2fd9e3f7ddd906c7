using System.Text.Json;

namespace ModBot.Discord.Parsing;

/// <summary>The envelope of one gateway message. Its data is read where it stands, without a copy.</summary>
internal ref struct GatewayFrame
{
    /// <summary>-1 where missing.</summary>
    public int Op { get; private set; }

    /// <summary>Null where missing.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The event's name in UTF-8; empty where missing.</summary>
    public ReadOnlySpan<byte> Event { get; private set; }

    /// <summary>Stands on the data's first token; meaningless where <see cref="HasData"/> is false.</summary>
    public Utf8JsonReader Data;

    public bool HasData { get; private set; }

    /// <summary>Reads as much of the envelope as is needed: the data is passed over only where something else may follow it.</summary>
    /// <exception cref="JsonException">The frame is not JSON.</exception>
    public static GatewayFrame Read(ReadOnlySpan<byte> json)
    {
        var frame = new GatewayFrame { Op = -1 };
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 128 });
        if (!reader.Read() || !reader.EntersObject())
            throw new JsonException("The frame is not an object.");
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("d"u8))
            {
                frame.Data = reader;
                frame.HasData = true;
                if (frame.Op >= 0 && frame.Sequence is not null && !frame.Event.IsEmpty)
                    return frame;
                reader.Skip();
            }
            else if (name.SequenceEqual("op"u8))
            {
                frame.Op = reader.ReadInt32(-1);
            }
            else if (name.SequenceEqual("s"u8))
            {
                long sequence = reader.ReadInteger(-1);
                frame.Sequence = sequence < 0 ? null : sequence;
            }
            else if (name.SequenceEqual("t"u8))
            {
                frame.Event = reader.TokenType == JsonTokenType.String ? reader.ValueSpan : default;
                reader.Skip();
            }
            else
            {
                reader.Skip();
            }
        }

        return frame;
    }
}
