using System.Text.Json;
using ModBot.Discord.Parsing;

namespace ModBot.Discord.Rest;

/// <summary>The bot's application: its id, and which privileged intents it has.</summary>
/// <param name="Id">0 where unreadable.</param>
/// <param name="Flags">Null where the answer does not say.</param>
internal readonly record struct ApplicationReply(ulong Id, long? Flags)
{
    public static ApplicationReply Read(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            ulong id = 0;
            long? flags = null;
            if (!reader.Read() || !reader.EntersObject())
                return default;
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("id"u8))
                    id = reader.ReadId();
                else if (name.SequenceEqual("flags"u8) && reader.TokenType == JsonTokenType.Number)
                    flags = reader.ReadInteger();
                else
                    reader.Skip();
            }

            return new ApplicationReply(id, flags);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
