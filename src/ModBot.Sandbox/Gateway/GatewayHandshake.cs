using Microsoft.AspNetCore.Http;

namespace ModBot.Sandbox.Gateway;

/// <summary>Checks the query that a client opens the gateway with.</summary>
internal static class GatewayHandshake
{
    public static GatewayRefusal? Check(IQueryCollection query, out bool zlibStream)
    {
        string compress = query["compress"].ToString();
        zlibStream = compress == "zlib-stream";
        if (query["v"].ToString() is not ("10" or "9"))
            return new GatewayRefusal(GatewayCloseCode.InvalidVersion, "Invalid API version: the sandbox speaks v=10.");
        if (query["encoding"].ToString() is not ("json" or ""))
            return new GatewayRefusal(GatewayCloseCode.DecodeError, "The sandbox speaks encoding=json only.");
        return compress is "" or "zlib-stream" ? null : new GatewayRefusal(GatewayCloseCode.DecodeError, "The sandbox compresses with zlib-stream only.");
    }
}
