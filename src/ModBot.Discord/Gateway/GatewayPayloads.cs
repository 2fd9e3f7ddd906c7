using System.Buffers;
using System.Text.Json;

namespace ModBot.Discord.Gateway;

/// <summary>Writes what the client sends to the gateway.</summary>
internal static class GatewayPayloads
{
    private const string Library = "modbot";
    private const int WatchingType = 3;

    public static byte[] Heartbeat(long? sequence) => Write(Opcode.Heartbeat, writer =>
    {
        if (sequence is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    });

    public static byte[] Identify(DiscordOptions options, int shard, int total) => Write(Opcode.Identify, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("token", options.BareToken);
        writer.WriteNumber("intents", (int)options.Intents);
        writer.WriteStartObject("properties");
        writer.WriteString("os", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        writer.WriteString("browser", Library);
        writer.WriteString("device", Library);
        writer.WriteEndObject();
        // Members are not kept: the fewest that can be asked for.
        writer.WriteNumber("large_threshold", 50);
        writer.WriteStartArray("shard");
        writer.WriteNumberValue(shard);
        writer.WriteNumberValue(total);
        writer.WriteEndArray();
        writer.WritePropertyName("presence");
        WritePresence(writer, options.Presence);
        writer.WriteEndObject();
    });

    public static byte[] Resume(string token, string session, long sequence) => Write(Opcode.Resume, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("token", token);
        writer.WriteString("session_id", session);
        writer.WriteNumber("seq", sequence);
        writer.WriteEndObject();
    });

    private static void WritePresence(Utf8JsonWriter writer, string activity)
    {
        writer.WriteStartObject();
        writer.WriteNull("since");
        writer.WriteStartArray("activities");
        if (activity.Length > 0)
        {
            writer.WriteStartObject();
            writer.WriteString("name", activity);
            writer.WriteNumber("type", WatchingType);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("status", "online");
        writer.WriteBoolean("afk", value: false);
        writer.WriteEndObject();
    }

    private static byte[] Write(int op, Action<Utf8JsonWriter> data)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteNumber("op", op);
            writer.WritePropertyName("d");
            data(writer);
            writer.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
