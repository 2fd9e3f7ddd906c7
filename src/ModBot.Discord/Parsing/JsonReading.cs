using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace ModBot.Discord.Parsing;

/// <summary>
/// Tolerant reading of single values. Every method starts on the value's first token and ends on its last, whatever the
/// value turns out to be: a value of another type than expected reads as absent.
/// </summary>
internal static class JsonReading
{
    extension(ref Utf8JsonReader reader)
    {
        /// <summary>True where an object begins; anything else is skipped.</summary>
        public bool EntersObject()
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                return true;
            reader.Skip();
            return false;
        }

        /// <summary>True where a list begins; anything else is skipped.</summary>
        public bool EntersArray()
        {
            if (reader.TokenType == JsonTokenType.StartArray)
                return true;
            reader.Skip();
            return false;
        }

        /// <summary>Moves to the next property's value; false at the object's end.</summary>
        public bool NextProperty(out ReadOnlySpan<byte> name)
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
            {
                name = default;
                return false;
            }

            name = reader.ValueIsEscaped ? LenientText.DecodeName(ref reader) : reader.ValueSpan;
            return reader.Read();
        }

        /// <summary>Moves to the list's next item; false at its end.</summary>
        public bool NextItem() => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

        /// <summary>An id as string or number; 0 for anything else.</summary>
        public ulong ReadId()
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    ReadOnlySpan<byte> digits = reader.ValueSpan;
                    if (!reader.ValueIsEscaped && Utf8Parser.TryParse(digits, out ulong id, out int used) && used == digits.Length)
                        return id;
                    return ulong.TryParse(LenientText.Decode(ref reader), NumberStyles.None, CultureInfo.InvariantCulture, out id) ? id : 0;
                case JsonTokenType.Number:
                    return reader.TryGetUInt64(out ulong number) ? number : 0;
                default:
                    reader.Skip();
                    return 0;
            }
        }

        /// <summary>A text; numbers as they are written; null for anything else.</summary>
        public string? ReadText()
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    return LenientText.Decode(ref reader);
                case JsonTokenType.Number:
                    return System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
                default:
                    reader.Skip();
                    return null;
            }
        }

        /// <summary>An integer as number or string; the default for anything else.</summary>
        public long ReadInteger(long otherwise = 0)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.Number:
                    if (reader.TryGetInt64(out long number))
                        return number;
                    return reader.TryGetDouble(out double real) && Math.Abs(real) < 9e18 ? (long)real : otherwise;
                case JsonTokenType.String:
                    return long.TryParse(LenientText.Decode(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long parsed) ? parsed : otherwise;
                default:
                    reader.Skip();
                    return otherwise;
            }
        }

        /// <summary>An integer of 32 bits; the default where it does not fit.</summary>
        public int ReadInt32(int otherwise = 0)
        {
            long value = reader.ReadInteger(otherwise);
            return value is >= int.MinValue and <= int.MaxValue ? (int)value : otherwise;
        }

        /// <summary>A set of permissions: a decimal string, or a number.</summary>
        public ulong ReadBits() => reader.ReadId();

        /// <summary>True only for true (also written as 1 or "true").</summary>
        public bool ReadFlag()
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.True:
                    return true;
                case JsonTokenType.Number:
                    return reader.TryGetInt32(out int number) && number != 0;
                case JsonTokenType.String:
                    return reader.ValueTextEquals("true"u8);
                default:
                    reader.Skip();
                    return false;
            }
        }

        /// <summary>An ISO 8601 time; null for anything else.</summary>
        public DateTimeOffset? ReadTime()
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                reader.Skip();
                return null;
            }

            if (!reader.ValueIsEscaped && reader.TryGetDateTimeOffset(out DateTimeOffset time))
                return time;
            return DateTimeOffset.TryParse(LenientText.Decode(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time) ? time : null;
        }
    }
}
