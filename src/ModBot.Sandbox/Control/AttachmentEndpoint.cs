using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModBot.Core.Messages;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Control;

/// <summary>Uploaded files, as Discord's CDN gives them. Always as a download: the page shows names only.</summary>
internal sealed class AttachmentEndpoint(WorldState world)
{
    public void Map(IEndpointRouteBuilder app) => app.MapGet("/attachments/{channel_id}/{attachment_id}/{name}", (RequestDelegate)SendAsync);

    private async Task SendAsync(HttpContext http)
    {
        byte[]? content = null;
        if (Snowflake.TryParse((string?)http.Request.RouteValues["attachment_id"], null, out Snowflake id))
        {
            lock (world.Gate)
                content = world.Files.Find(id);
        }

        if (content is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "application/octet-stream";
        http.Response.Headers.ContentDisposition = "attachment";
        await http.Response.Body.WriteAsync(content, http.RequestAborted);
    }
}
