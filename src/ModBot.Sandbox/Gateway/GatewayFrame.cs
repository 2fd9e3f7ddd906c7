using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using ModBot.Sandbox.Wire;

namespace ModBot.Sandbox.Gateway;

/// <summary>Builds gateway frames.</summary>
internal static class GatewayFrame
{
    public static byte[] Dispatch(string name, long sequence, ReadOnlySpan<byte> data)
    {
        Span<byte> head = stackalloc byte[128];
        int length = Encoding.UTF8.GetBytes($"{{\"t\":\"{name}\",\"s\":{sequence},\"op\":0,\"d\":", head);
        byte[] frame = new byte[length + data.Length + 1];
        head[..length].CopyTo(frame);
        data.CopyTo(frame.AsSpan(length));
        frame[^1] = (byte)'}';
        return frame;
    }

    public static byte[] Of(int op, JsonNode? data) => JsonText.Bytes(new JsonObject { ["t"] = null, ["s"] = null, ["op"] = op, ["d"] = data });
}
